package fr.passerelle.local.server;

import fr.passerelle.local.process.DirectoryLock;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.PidFile;
import fr.passerelle.local.server.Daemon.ServerDirectories;
import fr.passerelle.local.server.KafkaDaemon.KafkaAccounts;
import fr.passerelle.local.server.PostgresqlAccess.Secrets;
import fr.passerelle.local.server.Server.Status;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * PostgreSQL, Kafka and the registry over one directory. Each is a process of its own that outlives the program that started it;
 * several directories live side by side. Commands on one directory take turns, also between processes.
 */
public final class LocalServers {

    private static final List<Server> SERVERS = List.of(Server.POSTGRESQL, Server.KAFKA, Server.REGISTRY);

    private final ServerDirectories layout;
    private final PostgresqlAccess access;
    private final Installation installation;

    private LocalServers(Path var) {
        this.layout = new ServerDirectories(var);
        this.access = new PostgresqlAccess(new Secrets(layout.secrets()));
        this.installation = Installation.find();
    }

    /** The servers of a directory, as they are: none is started. */
    public static LocalServers at(Path var) {
        return new LocalServers(var);
    }

    /**
     * Starts what does not run yet over this directory, and waits until all three serve.
     *
     * @throws LocalFault with one French sentence; what this call had started is ended
     */
    public static LocalServers start(Path var) {
        var servers = new LocalServers(var);
        servers.start();
        return servers;
    }

    private void start() {
        DirectoryLock.holding(layout.var(), this::startAll);
    }

    private Endpoints startAll() {
        var before = running();
        var kafka = CompletableFuture.runAsync(() -> process(Server.KAFKA).start());
        var others = CompletableFuture.runAsync(() -> process(Server.POSTGRESQL).start())
                .thenRun(() -> process(Server.REGISTRY).start());
        try {
            awaitBoth(kafka, others);
            // A start that was killed between the server and its roles has left it without.
            access.createRoles(port(Server.POSTGRESQL));
            return publish();
        } catch (RuntimeException e) {
            stopAllBut(before);
            throw e;
        }
    }

    /** Waits for both even if one fails: what is being launched must be known before it can be ended. */
    public static void awaitBoth(CompletableFuture<Void> one, CompletableFuture<Void> other) {
        try {
            CompletableFuture.allOf(one, other).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof LocalFault fault ? fault : e;
        }
    }

    private List<Server> running() {
        return SERVERS.stream()
                .filter(server -> process(server).running().isPresent())
                .toList();
    }

    private void stopAllBut(List<Server> kept) {
        SERVERS.stream()
                .filter(server -> !kept.contains(server))
                .forEach(server -> process(server).stop());
    }

    /** Ends all three, the registry before the database it lives in; answers which of them ran. */
    public List<Server> stop() {
        return DirectoryLock.holding(layout.var(), this::stopAll);
    }

    private List<Server> stopAll() {
        return SERVERS.reversed().stream()
                .filter(server -> process(server).stop())
                .toList();
    }

    /** Ends one as a power cut would (signal 9). */
    public void kill(Server server) {
        process(server).kill();
    }

    /** Ends one in good order. */
    public void stop(Server server) {
        process(server).stop();
    }

    /** Starts one that does not run, on the port it had if it is still free. */
    public void start(Server server) {
        DirectoryLock.holding(layout.var(), () -> {
            process(server).start();
            return publish();
        });
    }

    private Endpoints publish() {
        var endpoints = endpoints();
        endpoints.write(layout.clientConfiguration());
        endpoints.writeForKcat(layout.kcatConfiguration());
        return endpoints;
    }

    /** Where they are, by the ports they were last started on. */
    public Endpoints endpoints() {
        return endpoints(PostgresqlAccess.PASSERELLE);
    }

    /** The same, for another database owned by Passerelle's role. */
    public Endpoints endpoints(String database) {
        return new Endpoints(
                PostgresqlAccess.url(port(Server.POSTGRESQL), database),
                access.account(PostgresqlAccess.PASSERELLE),
                access.account(PostgresqlAccess.BATCH),
                access.account(PostgresqlAccess.EVENTS),
                access.account(PostgresqlAccess.CONSOLE),
                access.account(PostgresqlAccess.ANALYST),
                KafkaAccounts.wanted(port(Server.KAFKA)),
                "http://127.0.0.1:" + port(Server.REGISTRY));
    }

    /** A connection as PostgreSQL's own administrator, to create and drop databases. */
    public Connection superuser() throws SQLException {
        return access.superuser(port(Server.POSTGRESQL), PostgresqlAccess.SUPERUSER);
    }

    /** What each one does now. */
    public List<Status> status() {
        return SERVERS.stream().map(server -> process(server).status()).toList();
    }

    private int port(Server server) {
        return layout.pidFile(server).read().map(PidFile.Entry::port).orElse(0);
    }

    private ServerProcess process(Server server) {
        return new ServerProcess(layout, daemon(server));
    }

    private Daemon daemon(Server server) {
        return switch (server) {
            case POSTGRESQL -> new PostgresqlDaemon(layout, installation, access);
            case KAFKA -> new KafkaDaemon(layout, installation, access);
            case EVENTS, CONSOLE ->
                throw new IllegalArgumentException("No server: see EventsProcess and ConsoleProcess");
            case REGISTRY -> new RegistryDaemon(layout, installation, access, () -> port(Server.POSTGRESQL));
        };
    }
}
