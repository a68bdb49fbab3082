package fr.passerelle.local.server;

import fr.passerelle.local.process.DirectoryLock;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.PidFile;
import fr.passerelle.local.process.ProcessMark;
import fr.passerelle.local.server.Daemon.ServerDirectories;
import fr.passerelle.local.server.KafkaDaemon.KafkaAccounts;
import fr.passerelle.local.server.ProgramDaemon.ConsoleDaemon;
import fr.passerelle.local.server.ProgramDaemon.EventsDaemon;
import fr.passerelle.local.server.Server.Status;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** PostgreSQL, Kafka and the registry over one directory, and events and the console over them; who starts servers or ends all three takes turns. */
public final class LocalServers {

    private static final String FIRST_PASSWORD = "console-admin";
    private static final List<Server> SERVERS = List.of(Server.POSTGRESQL, Server.KAFKA, Server.REGISTRY);

    private final ServerDirectories layout;
    private final PostgresqlAccess access;

    /** The servers of a directory, as they are: none is started. */
    public LocalServers(Path var) {
        this.layout = new ServerDirectories(var);
        this.access = layout.access();
    }

    public Path var() {
        return layout.var();
    }

    public Path log(Server server) {
        return layout.log(server);
    }

    /** Starts what does not run over this directory, until all three serve; else ends what it had started, with a {@link LocalFault}. */
    public static LocalServers start(Path var) {
        var servers = new LocalServers(var);
        DirectoryLock.holding(servers.layout.var(), servers::startAll);
        return servers;
    }

    /** Starts {@code events} unless it runs, by the words behind the options of Java, and waits until it takes records. */
    public void startEvents(List<String> program) {
        events(program).start();
    }

    /** The same of the console, until it serves; it runs operations by the words of the operators' command. */
    public void startConsole(List<String> program, List<String> operator) {
        access.password(FIRST_PASSWORD);
        console(program, operator).start();
    }

    /** Where the password of the first account is kept, for its owner only; it is drawn when the console starts for the first time. */
    public Path firstPasswordFile() {
        return access.file(FIRST_PASSWORD);
    }

    private Endpoints startAll() {
        var before = SERVERS.stream()
                .filter(server -> daemon(server).running().isPresent())
                .toList();
        var kafka = CompletableFuture.runAsync(() -> daemon(Server.KAFKA).start());
        var others = CompletableFuture.runAsync(() -> daemon(Server.POSTGRESQL).start())
                .thenRun(() -> daemon(Server.REGISTRY).start());
        try {
            awaitBoth(kafka, others);
            // A start that was killed between the server and its roles has left it without.
            access.createRoles(layout.port(Server.POSTGRESQL));
            return publish();
        } catch (RuntimeException e) {
            SERVERS.stream().filter(server -> !before.contains(server)).forEach(this::stop);
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

    /** Ends all three, the registry before the database it lives in; answers which of them ran. */
    public List<Server> stop() {
        return DirectoryLock.holding(
                layout.var(),
                () -> SERVERS.reversed().stream().filter(this::stop).toList());
    }

    /** Ends one by a signal, by its name without SIG: KILL is what a power cut does; says whether it ended. */
    public boolean end(Server server, String signal) {
        var mark = process(server);
        mark.signal(signal);
        return mark.awaitEnd(Daemon.STOP_CAP);
    }

    /** The process of one; that of the last start when it does not run. */
    public ProcessMark process(Server server) {
        return layout.pidFile(server).read().map(PidFile.Entry::mark).orElseThrow();
    }

    /** Ends one in good order, or a program of Passerelle over them; answers whether it ran. */
    public boolean stop(Server server) {
        return daemon(server).stop();
    }

    /** Starts a server that does not run, on the port it had if it is still free; no program of Passerelle. */
    public void start(Server server) {
        if (!SERVERS.contains(server)) {
            throw new IllegalArgumentException("No server: " + server);
        }
        DirectoryLock.holding(layout.var(), () -> {
            daemon(server).start();
            return publish();
        });
    }

    /** Starts whatever does not run; what does is kept. */
    public void heal() {
        SERVERS.stream().filter(server -> daemon(server).running().isEmpty()).forEach(this::start);
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
                PostgresqlAccess.url(layout.port(Server.POSTGRESQL), database),
                access.account(PostgresqlAccess.PASSERELLE),
                access.account(PostgresqlAccess.BATCH),
                access.account(PostgresqlAccess.EVENTS),
                access.account(PostgresqlAccess.CONSOLE),
                access.account(PostgresqlAccess.ANALYST),
                KafkaAccounts.wanted(layout.port(Server.KAFKA)),
                "http://127.0.0.1:" + layout.port(Server.REGISTRY));
    }

    /** Runs statements as PostgreSQL's own administrator, each by itself: they may create and drop databases. */
    public void administer(String... statements) {
        try (var connection = access.superuser(layout.port(Server.POSTGRESQL), PostgresqlAccess.SUPERUSER);
                var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new LocalFault(
                    "PostgreSQL a refusé « " + String.join(" ; ", statements) + " » : " + e.getMessage(), e);
        }
    }

    public List<Status> status() {
        return SERVERS.stream().map(this::status).toList();
    }

    /** What one does now, or a program of Passerelle over them. */
    public Status status(Server server) {
        return daemon(server).status();
    }

    private Daemon daemon(Server server) {
        return switch (server) {
            case POSTGRESQL -> new PostgresqlDaemon(server, layout);
            case KAFKA -> new KafkaDaemon(server, layout);
            case REGISTRY -> new RegistryDaemon(server, layout);
            case EVENTS -> events(List.of());
            case CONSOLE -> console(List.of(), List.of());
        };
    }

    private Daemon events(List<String> program) {
        return new EventsDaemon(Server.EVENTS, layout, program, endpoints().administrator());
    }

    private Daemon console(List<String> program, List<String> operator) {
        return new ConsoleDaemon(Server.CONSOLE, layout, program, operator, firstPasswordFile());
    }
}
