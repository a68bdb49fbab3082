package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.server.Account;
import fr.passerelle.local.server.Endpoints;
import fr.passerelle.local.test.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Passerelle as people run it, over a database and a namespace of its own: the two programs as processes, and what they left behind. */
final class LivingSystem implements AutoCloseable {

    private final Endpoints endpoints;
    private final Map<String, String> properties;
    private final String namespace;
    private final List<Program> instances = new ArrayList<>();
    private final Path states;

    private LivingSystem(Endpoints endpoints, Map<String, String> properties, String namespace) {
        this.endpoints = endpoints;
        this.properties = new LinkedHashMap<>(properties);
        this.namespace = namespace;
        try {
            this.states = Files.createTempDirectory("passerelle-states");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.properties.put("passerelle.inputs", states.resolve("inputs").toString());
    }

    /** A new system on the build's servers, its schemas and topics registered. */
    static LivingSystem fresh(String name) {
        var servers = TestServers.fresh(name);
        return new LivingSystem(servers.endpoints(), servers.properties(), servers.namespace()).registered();
    }

    /** The live system of servers of its own. */
    static LivingSystem on(Endpoints endpoints) {
        var properties = new LinkedHashMap<>(endpoints.properties());
        properties.put("passerelle.namespace", "passerelle");
        properties.put("passerelle.partitions", "12");
        return new LivingSystem(endpoints, properties, "passerelle").registered();
    }

    private LivingSystem registered() {
        var register = batch("register");
        assertThat(register.end()).as(register.output() + register.errors()).isZero();
        return this;
    }

    Endpoints endpoints() {
        return endpoints;
    }

    /** What it keeps on this machine: the states of its instances, and the paths of its inputs. */
    Path states() {
        return states;
    }

    String namespace() {
        return namespace;
    }

    /** What its programs are configured with, by property name. */
    Map<String, String> properties() {
        return Map.copyOf(properties);
    }

    /** Starts a command of batch. */
    Program batch(String... arguments) {
        return Program.start("batch", properties, List.of(arguments));
    }

    /** Starts a command of batch that will wait at a boundary, and waits until it is there. */
    Program batchStoppedAt(String boundary, List<String> arguments) {
        return batchStoppedAt(boundary, arguments, Map.of());
    }

    /** The same, with more properties. */
    Program batchStoppedAt(String boundary, List<String> arguments, Map<String, String> more) {
        var paused = new LinkedHashMap<>(properties);
        paused.putAll(more);
        paused.put("passerelle.pause-at", boundary);
        return Program.start("batch", paused, arguments).awaitSaying("pause-at=" + boundary);
    }

    /** Starts an instance of events, with a state directory of its own, the same when started again. */
    Program events(int instance) {
        return events(instance, Map.of());
    }

    Program events(int instance, Map<String, String> more) {
        var own = new LinkedHashMap<>(properties);
        own.put("passerelle.stream.state-dir", stateOf(instance).toString());
        own.put("passerelle.stream.transaction-timeout", "10s");
        own.put("spring.jmx.enabled", "false");
        own.putAll(more);
        var program = Program.start("events", own, List.of());
        instances.add(program);
        return program;
    }

    Path stateOf(int instance) {
        return states.resolve("instance-" + instance);
    }

    /** Runs a night to its end and expects it to be published; answers its report. */
    JsonNode night(List<String> arguments) {
        return night(arguments, Map.of());
    }

    /** The same, with more properties. */
    JsonNode night(List<String> arguments, Map<String, String> more) {
        var all = new LinkedHashMap<>(properties);
        all.putAll(more);
        var nightly = Program.start("batch", all, List.of(withJson(arguments)));
        int code = nightly.end();
        assertThat(code).as(nightly.output() + nightly.errors()).isIn(0, 3);
        return reportOf(nightly);
    }

    /** Takes the run that stands open up to its end; answers its report. */
    JsonNode restart() {
        var restart =
                batch("restart", text("select run_id from passerelle.run order by run_no desc limit 1"), "--json");
        int code = restart.end();
        assertThat(code).as(restart.output() + restart.errors()).isIn(0, 3);
        return reportOf(restart);
    }

    private static String[] withJson(List<String> arguments) {
        var all = new ArrayList<>(arguments);
        all.add("--json");
        return all.toArray(String[]::new);
    }

    private static JsonNode reportOf(Program program) {
        return JsonMapper.shared().readTree(program.output());
    }

    /** The only cell of a query, as text. */
    String text(String sql) {
        return text(endpoints.owner(), sql);
    }

    /** The same, as another role: a role sees and ends its own sessions only. */
    String text(Account account, String sql) {
        try (var connection = DriverManager.getConnection(endpoints.postgresUrl(), account.user(), account.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).as(sql).isTrue();
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** A connection to its database, by the role that owns it. */
    Connection owner() throws SQLException {
        return DriverManager.getConnection(
                endpoints.postgresUrl(), endpoints.postgresUser(), endpoints.postgresPassword());
    }

    /** Alters the database behind the programs' backs. */
    void change(String sql) {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    long number(String sql) {
        return Long.parseLong(text(sql));
    }

    @Override
    public void close() {
        instances.forEach(Program::close);
    }
}
