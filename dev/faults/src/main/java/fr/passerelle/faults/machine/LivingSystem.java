package fr.passerelle.faults.machine;

import fr.passerelle.local.process.Commands;
import fr.passerelle.local.process.Poll;
import fr.passerelle.local.server.Endpoints;
import fr.passerelle.schemas.contract.Topics;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Passerelle as people run it, over a database and a namespace of its own: the two programs as processes, and what they leave behind. */
public final class LivingSystem implements AutoCloseable {

    /** Partitions of its log: few, since each costs a store and a transaction. */
    public static final int PARTITIONS = 4;

    private static final int STARTS = 4;
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final Machine machine;
    private final String namespace;
    private final Map<Integer, Program> instances = new TreeMap<>();
    private final List<Program> nights = new ArrayList<>();
    private final Set<String> injected = new HashSet<>();
    private int started;

    LivingSystem(Machine machine, String namespace) {
        this.machine = machine;
        this.namespace = namespace;
    }

    LivingSystem registered() {
        var register = batch(Map.of(), "register");
        if (register.end() == 0) {
            return this;
        }
        var again = batch(Map.of(), "register");
        if (again.end() != 0) {
            throw new NotHealed("« register » a échoué deux fois : " + Lines.last(again.said()));
        }
        return this;
    }

    /** First part of the names of its topics; also the name of its database. */
    public String namespace() {
        return namespace;
    }

    /** The servers it lives on. */
    public Machine machine() {
        return machine;
    }

    /** Where the servers are now. */
    public Endpoints endpoints() {
        return machine.endpoints(namespace);
    }

    /** Where its programs keep and say things. */
    public Path directory() {
        return machine.var().resolve("systems").resolve(namespace);
    }

    private Map<String, String> properties(Map<String, String> more) {
        var properties = new LinkedHashMap<>(endpoints().properties());
        properties.put("passerelle.namespace", namespace);
        properties.put("passerelle.partitions", "" + PARTITIONS);
        properties.put("passerelle.inputs", directory().resolve("inputs").toString());
        properties.put("passerelle.chunk", "200");
        properties.put("passerelle.relay.transaction-rows", "300");
        properties.put("passerelle.relay.transaction-timeout", "10s");
        properties.put("passerelle.await.interval", "100ms");
        properties.put("passerelle.await.empty-group", "20s");
        properties.put("passerelle.await.still", "60s");
        properties.put("spring.jmx.enabled", "false");
        properties.putAll(more);
        return properties;
    }

    /** Starts a command of batch. */
    public Program batch(Map<String, String> more, String... arguments) {
        var program = machine.programs().start("batch", properties(more), List.of(arguments), log("batch"));
        nights.add(program);
        return program;
    }

    private Path log(String program) {
        return directory().resolve("log").resolve("%03d-%s".formatted(++started, program));
    }

    /** Starts an instance of events if it does not run, with a state directory of its own, the same when started again. */
    public Program events(int instance, Map<String, String> more) {
        var running = instances.get(instance);
        if (running != null && running.isAlive()) {
            return running;
        }
        var own = new LinkedHashMap<String, String>();
        own.put("passerelle.stream.state-dir", stateOf(instance).toString());
        own.put("passerelle.stream.transaction-timeout", "10s");
        own.put("passerelle.stream.commit-interval", "200ms");
        own.putAll(more);
        var program = machine.programs().start("events", properties(own), List.of(), log("events"));
        instances.put(instance, program);
        return program;
    }

    /**
     * Starts the first instance if it does not run, and waits until it reads. A start that is refused is tried again, as an operator does:
     * after PostgreSQL was stopped, the registry's first answers come from connections that are dead.
     */
    public Program reading() {
        var program = events(1, Map.of());
        for (var left = STARTS; !program.awaitSaying("est lu"); left--) {
            if (left == 0) {
                throw new NotHealed("events s'arrête à chaque démarrage : " + Lines.last(program.said()));
            }
            program = events(1, Map.of());
        }
        return program;
    }

    /** The instances, by number, those that ended too. */
    public Map<Integer, Program> instances() {
        return Map.copyOf(instances);
    }

    /** Where an instance keeps its state. */
    public Path stateOf(int instance) {
        return directory().resolve("state").resolve("instance-" + instance);
    }

    /** A record of the log that a strike put there: it is no part of the history. */
    public void injected(int partition, long offset) {
        injected.add(partition + "/" + offset);
    }

    boolean isInjected(int partition, long offset) {
        return injected.contains(partition + "/" + offset);
    }

    /** What readers of its topics see. */
    public Broker broker() {
        return new Broker(this);
    }

    /** Its topics. */
    public Topics names() {
        return new Topics(namespace);
    }

    /** A connection as the role that owns its database. */
    public Connection connect() throws SQLException {
        var there = endpoints();
        return DriverManager.getConnection(there.postgresUrl(), there.postgresUser(), there.postgresPassword());
    }

    /** The only cell of a query; empty when there is no row, or no value. */
    public Optional<String> cell(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            throw new NotHealed("La base ne répond pas : " + e.getMessage(), e);
        }
    }

    /** Waits until the database answers queries again. */
    public void awaitDatabase() {
        if (!Poll.until(ANSWER, this::answers)) {
            throw new NotHealed("La base ne répond pas après " + ANSWER.toSeconds() + " s.");
        }
    }

    private boolean answers() {
        try (var connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /**
     * Stops events and has the topics refilled from the journal.
     *
     * @throws NotHealed when it fails
     */
    public void rebuildTopics() {
        instances.values().forEach(LivingSystem::end);
        var rebuild = rebuild();
        var code = rebuild.end();
        for (var left = STARTS; code != 0 && left > 0; left--) {
            rebuild = rebuild();
            code = rebuild.end();
        }
        if (code != 0) {
            throw new NotHealed("« rebuild-topics » a échoué : " + Lines.last(rebuild.said()));
        }
        injected.clear();
    }

    private Program rebuild() {
        return batch(Map.of(), "rebuild-topics");
    }

    /** Copies what its programs and the servers said to a directory. */
    public void keepLogs(Path there) {
        Commands.run(List.of("mkdir", "-p", there.toString()));
        copy(directory().resolve("log"), there.resolve("programmes"));
        copy(machine.var().resolve("log"), there.resolve("serveurs"));
    }

    private static void copy(Path from, Path to) {
        Commands.run(List.of("cp", "-a", from.toString(), to.toString()));
    }

    /** Ends its programs and takes its topics and its database away: servers that recover would go through them for ever. */
    public void forget() {
        close();
        broker().administer(admin -> {
            var own = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(namespace + "."))
                    .toList();
            return admin.deleteTopics(own).all().get();
        });
        machine.administer("drop database if exists \"" + namespace + "\" with (force)");
    }

    @Override
    public void close() {
        instances.values().forEach(LivingSystem::end);
        nights.forEach(LivingSystem::end);
        instances.clear();
        nights.clear();
    }

    private static void end(Program program) {
        if (program.isAlive()) {
            program.signal("CONT");
            program.close();
        }
    }
}
