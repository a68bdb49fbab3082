package fr.passerelle.local.program;

import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.program.Deployment.Site;
import fr.passerelle.local.program.ProgramProcess.ProcessLauncher;
import fr.passerelle.local.server.LocalServers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL, Kafka and the registry over a directory of their own, and the deployments on them. */
public final class Machine implements AutoCloseable {

    private final LocalServers servers;
    private final List<Deployment> deployments = new ArrayList<>();
    private int made;

    /** Starts the servers over a directory that is taken away at the end. */
    public Machine(Path var) {
        this.servers = LocalServers.start(var);
    }

    public LocalServers servers() {
        return servers;
    }

    /** Makes a deployment with an empty database, not registered yet; the hint, of its namespace and database, is lower-case letters and digits. */
    public Deployment deploy(String hint, Path under, Map<String, String> settings, ProcessLauncher processes) {
        var namespace = hint + "_" + ++made;
        dropDatabase(namespace);
        servers.administer("create database \"" + namespace + "\" owner passerelle");
        var site = new Site(() -> servers.endpoints(namespace), namespace, under.resolve(namespace), settings);
        var deployment = new Deployment(site, processes, processes);
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
        servers.administer("drop database if exists \"" + name + "\" with (force)");
    }

    @Override
    public void close() {
        deployments.forEach(Deployment::stop);
        servers.stop();
        PrivateFiles.deleteTree(servers.var());
    }
}
