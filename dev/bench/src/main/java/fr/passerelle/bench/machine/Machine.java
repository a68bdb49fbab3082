package fr.passerelle.bench.machine;

import fr.passerelle.bench.measure.Watched;
import fr.passerelle.local.House;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.server.Endpoints;
import fr.passerelle.local.server.LocalServers;
import fr.passerelle.local.server.ServerStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The servers, durable, and what is made on them for each measure and taken away after it. */
public final class Machine implements AutoCloseable {

    /** Partitions of every topic that is measured. */
    public static final int PARTITIONS = 12;

    private static final short ONE_REPLICA = 1;

    private final Path folder;
    private final LocalServers servers;
    private int tenants;

    private Machine(Path folder, LocalServers servers) {
        this.folder = folder;
        this.servers = servers;
    }

    /**
     * Starts the servers over a directory of the bench's own.
     *
     * @param house its data directory stays untouched but for {@code bench} in it
     */
    public static Machine start(House house) {
        Path folder = house.var().resolve("bench");
        return new Machine(folder, LocalServers.start(folder.resolve("servers")));
    }

    /** Where files of the bench may be written. */
    public Path folder() {
        return folder;
    }

    /** A database and a namespace, both empty. */
    public Tenant tenant(String hint) {
        String name = hint + ++tenants;
        Endpoints endpoints = servers.endpoints(name);
        dropDatabase(name);
        administer("create database " + name + " owner " + endpoints.owner().user());
        Path home = folder.resolve(name);
        PrivateFiles.deleteTree(home);
        write(home.resolve("passerelle.properties"), endpoints, name);
        return new Tenant(name, home, endpoints);
    }

    private static void write(Path file, Endpoints endpoints, String namespace) {
        String text = endpoints.properties().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n"));
        PrivateFiles.write(
                file, text + "\npasserelle.namespace=" + namespace + "\npasserelle.partitions=" + PARTITIONS + "\n");
    }

    /** Creates a topic of a tenant, kept for ever. */
    public void createTopic(Tenant tenant, String last) {
        NewTopic topic =
                new NewTopic(tenant.topic(last), PARTITIONS, ONE_REPLICA).configs(Map.of("retention.ms", "-1"));
        withAdmin(admin -> admin.createTopics(List.of(topic)).all().get());
    }

    /** Takes a tenant's database, topics and files away. */
    public void drop(Tenant tenant) {
        withAdmin(admin -> {
            List<String> topics = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(tenant.name() + "."))
                    .toList();
            return admin.deleteTopics(topics).all().get();
        });
        dropDatabase(tenant.name());
        PrivateFiles.deleteTree(tenant.folder());
    }

    private void dropDatabase(String name) {
        administer("drop database if exists " + name + " with (force)");
    }

    /** Writes what is dirty to the disk, so that no measure pays for the one before it. */
    public void settle() {
        administer("checkpoint");
    }

    /** Names are ours, and SQL takes no parameter there. */
    private void administer(String sql) {
        try (Connection connection = servers.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new BenchFault("PostgreSQL a refusé « " + sql + " » : " + e.getMessage() + ".", e);
        }
    }

    /** The servers, as a meter looks at them. */
    public List<Watched> watched() {
        return servers.status().stream().map(Machine::watched).toList();
    }

    private static Watched watched(ServerStatus status) {
        return Watched.server(status.server().id(), status.pid());
    }

    /** What may be asked of Kafka. */
    private interface Question<T> {
        T ask(Admin admin) throws ExecutionException, InterruptedException;
    }

    private <T> T withAdmin(Question<T> question) {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", servers.endpoints().bootstrap()))) {
            return question.ask(admin);
        } catch (ExecutionException e) {
            throw new BenchFault("Kafka a refusé : " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFault("Interrompu.", e);
        }
    }

    /** Ends the servers; their data goes, what programs said stays. */
    @Override
    public void close() {
        servers.stop();
        PrivateFiles.deleteTree(folder.resolve("servers"));
    }

    /** The files that everything is measured on. */
    public Path files() {
        try {
            return Files.createDirectories(folder.resolve("files"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
