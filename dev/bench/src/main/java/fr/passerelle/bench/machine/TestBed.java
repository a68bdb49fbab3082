package fr.passerelle.bench.machine;

import fr.passerelle.bench.measure.MeteredProcess;
import fr.passerelle.local.Workspace;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.Machine;
import fr.passerelle.local.server.ServerStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;

/** The servers, durable, and the deployments that are made on them for each measure and taken away after it. */
public final class TestBed implements AutoCloseable {

    /** Partitions of every topic that is measured. */
    public static final int PARTITIONS = 12;

    private static final short ONE_REPLICA = 1;

    private final Path folder;
    private final Machine machine;
    private final MeasuredPrograms programs;

    private TestBed(Path folder, Machine machine, MeasuredPrograms programs) {
        this.folder = folder;
        this.machine = machine;
        this.programs = programs;
    }

    /**
     * Starts the servers over a directory of the bench's own.
     *
     * @param workspace its data directory stays untouched but for {@code bench} in it
     */
    public static TestBed start(Workspace workspace) {
        Path folder = workspace.var().resolve("bench");
        return new TestBed(folder, Machine.start(folder.resolve("servers")), new MeasuredPrograms(workspace));
    }

    /** Where files of the bench may be written. */
    public Path folder() {
        return folder;
    }

    /** A deployment on a database and a namespace, both empty, which the launcher of the tree finds too. */
    public Deployment deploy(String hint) {
        Deployment deployment =
                machine.deploy(hint, folder, Map.of("passerelle.partitions", "" + PARTITIONS), programs);
        PrivateFiles.deleteTree(deployment.directory());
        PrivateFiles.write(deployment.directory().resolve("passerelle.properties"), text(deployment.properties()));
        return deployment;
    }

    private static String text(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The name of a topic of a deployment. */
    public static String topic(Deployment deployment, String last) {
        return deployment.namespace() + "." + last;
    }

    /** Creates a topic of a deployment, kept for ever. */
    public void createTopic(Deployment deployment, String last) {
        NewTopic topic =
                new NewTopic(topic(deployment, last), PARTITIONS, ONE_REPLICA).configs(Map.of("retention.ms", "-1"));
        deployment
                .broker()
                .administer(admin -> admin.createTopics(List.of(topic)).all().get());
    }

    /** Takes a deployment's database, topics and states away; what its programs printed stays. */
    public void drop(Deployment deployment) {
        machine.remove(deployment);
        PrivateFiles.deleteTree(deployment.states());
    }

    /** Writes what is dirty to the disk, so that no measure pays for the one before it. */
    public void settle() {
        machine.administer("checkpoint");
    }

    /** The servers, as a meter looks at them. */
    public List<MeteredProcess> watched() {
        return machine.status().stream().map(TestBed::watched).toList();
    }

    private static MeteredProcess watched(ServerStatus status) {
        return MeteredProcess.server(status.server().id(), status.pid());
    }

    /** Ends the servers; their data goes, what programs printed stays. */
    @Override
    public void close() {
        machine.close();
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
