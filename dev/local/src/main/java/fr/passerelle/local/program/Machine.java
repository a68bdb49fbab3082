package fr.passerelle.local.program;

import fr.passerelle.local.process.PidFile;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.process.ProcessMark;
import fr.passerelle.local.program.Deployment.Site;
import fr.passerelle.local.program.ProgramProcess.ProcessLauncher;
import fr.passerelle.local.server.LocalServers;
import fr.passerelle.local.server.Server;
import fr.passerelle.local.server.Server.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL, Kafka and the registry over a directory of their own, and the deployments on them. */
public final class Machine implements AutoCloseable {

    private static final Duration END = Duration.ofSeconds(20);

    private final Path var;
    private final LocalServers servers;
    private final List<Deployment> deployments = new ArrayList<>();
    private int made;

    private Machine(Path var) {
        this.var = var;
        this.servers = LocalServers.start(var);
    }

    /**
     * Starts the servers.
     *
     * @param var their directory, taken away at the end
     */
    public static Machine start(Path var) {
        return new Machine(var);
    }

    /** The directory of the servers. */
    public Path var() {
        return var;
    }

    /**
     * Makes a deployment with an empty database, which is not registered yet.
     *
     * @param hint of its namespace, which is also the name of its database: lower-case letters and digits
     * @param under where its directory is made
     * @param settings what its programs are configured with, besides where the servers are
     */
    public Deployment deploy(String hint, Path under, Map<String, String> settings, ProcessLauncher processes) {
        var namespace = hint + "_" + ++made;
        dropDatabase(namespace);
        administer("create database \"" + namespace + "\" owner passerelle");
        var site = new Site(() -> servers.endpoints(namespace), namespace, under.resolve(namespace), settings);
        var deployment = new Deployment(site, processes);
        deployments.add(deployment);
        return deployment;
    }

    /** Ends the programs of a deployment and takes its topics and its database away: servers that recover would go through them for ever. */
    public void remove(Deployment deployment) {
        deployment.stop();
        deployment.broker().administer(admin -> {
            var own = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(deployment.namespace() + "."))
                    .toList();
            return admin.deleteTopics(own).all().get();
        });
        dropDatabase(deployment.namespace());
        deployments.remove(deployment);
    }

    private void dropDatabase(String name) {
        administer("drop database if exists \"" + name + "\" with (force)");
    }

    /** Runs statements as PostgreSQL's own administrator, each by itself. */
    public void administer(String... statements) {
        servers.administer(statements);
    }

    /** What the servers do now. */
    public List<Status> status() {
        return servers.status();
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
            if (!runs(server)) {
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

    /** What a server logs to. */
    public Path log(Server server) {
        return var.resolve("log").resolve(server.id() + ".log");
    }

    /** Ends the programs and the servers, and takes the directory of the servers away. */
    @Override
    public void close() {
        deployments.forEach(Deployment::stop);
        servers.stop();
        PrivateFiles.deleteTree(var);
    }
}
