package fr.passerelle.faults.machine;

import fr.passerelle.local.House;
import fr.passerelle.local.process.PidFile;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.process.ProcessMark;
import fr.passerelle.local.server.Endpoints;
import fr.passerelle.local.server.LocalServers;
import fr.passerelle.local.server.Server;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL, Kafka and the registry over a directory of their own, and whatever runs on them. Closing it ends all of it. */
public final class Machine implements AutoCloseable {

    private static final Duration END = Duration.ofSeconds(20);

    private final Path var;
    private final LocalServers servers;
    private final Programs programs;
    private final List<LivingSystem> systems = new ArrayList<>();
    private int made;

    private Machine(House house, Path var) {
        this.var = var;
        this.programs = Programs.at(house, house.root().resolve("dev/faults/target/programs"));
        this.servers = LocalServers.start(var);
    }

    /** Starts the servers over an empty directory. */
    public static Machine start(House house, Path var) {
        return new Machine(house, var);
    }

    /** The directory of the servers. */
    public Path var() {
        return var;
    }

    /** A system with a database and topics of its own, registered. */
    public LivingSystem fresh(String name) {
        var namespace = name + "_" + ++made;
        try (var connection = servers.superuser();
                var statement = connection.createStatement()) {
            statement.execute("create database \"" + namespace + "\" owner passerelle");
        } catch (SQLException e) {
            throw new NotHealed("La base " + namespace + " n'a pas pu être créée : " + e.getMessage(), e);
        }
        var system = new LivingSystem(this, namespace);
        systems.add(system);
        return system.registered();
    }

    Programs programs() {
        return programs;
    }

    Endpoints endpoints(String database) {
        return servers.endpoints(database);
    }

    /** The process of a server; the one of the last start when it does not run. */
    public ProcessMark process(Server server) {
        return pidFile(server).read().map(PidFile.Entry::mark).orElseThrow();
    }

    private PidFile pidFile(Server server) {
        return new PidFile(var.resolve("run").resolve(server.id() + ".properties"));
    }

    /** Sends a signal to a server, by its name without SIG, and waits for its end; says whether it ended. */
    public boolean end(Server server, String signal) {
        var mark = process(server);
        mark.signal(signal);
        return mark.awaitEnd(END);
    }

    /** Starts whatever server does not run; those that do are kept. */
    public void heal() {
        for (var server : List.of(Server.POSTGRESQL, Server.KAFKA, Server.REGISTRY)) {
            if (pidFile(server).running().isEmpty()) {
                servers.start(server);
            }
        }
    }

    /** Whether the server runs. */
    public boolean runs(Server server) {
        return pidFile(server).running().isPresent();
    }

    /** Ends a server in good order. */
    public void stop(Server server) {
        servers.stop(server);
    }

    /** Runs statements as PostgreSQL's own administrator. */
    public void administer(String... statements) {
        try (var connection = servers.superuser();
                var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new NotHealed("PostgreSQL a refusé : " + e.getMessage(), e);
        }
    }

    /** What a server logs to. */
    public Path log(Server server) {
        return var.resolve("log").resolve(server.id() + ".log");
    }

    @Override
    public void close() {
        systems.forEach(LivingSystem::close);
        servers.stop();
        PrivateFiles.deleteTree(var);
    }
}
