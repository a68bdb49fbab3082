package fr.passerelle.faults.machine;

import fr.passerelle.local.Workspace;
import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.program.Broker;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.Machine;
import fr.passerelle.local.program.PackagedPrograms;
import fr.passerelle.local.program.Program;
import fr.passerelle.local.program.Program.Patience;
import fr.passerelle.local.program.ProgramProcess;
import fr.passerelle.local.program.ProgramProcess.ProcessLauncher;
import fr.passerelle.local.server.LocalServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The small and impatient deployment that faults strike, with its servers; what strikes put on the log, PARTITION/OFFSET, is no part of the history. */
public record Target(Machine machine, Deployment deployment, Set<String> injected) {

    private static final int STARTS = 4;

    /** Partitions of a target's log: few, since each costs a store and a transaction. */
    public static final int PARTITIONS = 4;

    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(10), Duration.ofSeconds(20));

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("passerelle.partitions", "" + PARTITIONS),
            Map.entry("passerelle.chunk", "200"),
            Map.entry("passerelle.relay.transaction-rows", "300"),
            Map.entry("passerelle.relay.transaction-timeout", "10s"),
            Map.entry("passerelle.await.interval", "100ms"),
            Map.entry("passerelle.await.empty-group", "20s"),
            Map.entry("passerelle.await.still", "60s"),
            Map.entry("passerelle.stream.transaction-timeout", "10s"),
            Map.entry("passerelle.stream.commit-interval", "200ms"));

    /** The programs of targets, as they were built in a tree. */
    public static ProcessLauncher programs(Workspace workspace) {
        return new PackagedPrograms(workspace, workspace.root().resolve("dev/faults/target/programs"), PATIENCE);
    }

    /** A target with a database and topics of its own, registered: on servers that have just started, at the second try if need be. */
    public static Target fresh(ProcessLauncher programs, Machine machine, String hint) {
        var deployment = machine.deploy(hint, machine.servers().var().resolve("systems"), SETTINGS, programs);
        try {
            deployment.register();
        } catch (LocalFault once) {
            deployment.register();
        }
        return new Target(machine, deployment, new HashSet<>());
    }

    public LocalServers servers() {
        return machine.servers();
    }

    public ProgramProcess batch(List<String> arguments) {
        return deployment.batchProcess(Map.of(), arguments);
    }

    /** Starts an instance of events unless it runs, with a state directory of its own, the same when started again. */
    public ProgramProcess events(int instance) {
        return deployment.eventsProcess(instance, Map.of());
    }

    public Broker broker() {
        return deployment.broker();
    }

    /** The consumer groups of events: the one that scores, and the one that projects. */
    public List<String> groups() {
        return List.of(deployment.namespace() + ".events", deployment.namespace() + ".projection");
    }

    public Optional<String> cell(String sql) {
        return deployment.database().cell(sql);
    }

    /** The last run that was opened; empty before the first. */
    public String lastRun() {
        return cell("select run_id from passerelle.run order by run_no desc limit 1")
                .orElse("");
    }

    /** Starts what does not run, whatever died: servers, then events. */
    public void heal() {
        servers().heal();
        deployment.database().await();
        deployment.eventsReading();
    }

    public void injected(int partition, long offset) {
        injected.add(partition + "/" + offset);
    }

    boolean isInjected(int partition, long offset) {
        return injected.contains(partition + "/" + offset);
    }

    /** Stops events and has the topics refilled from the journal; throws a {@link LocalFault} when that fails. */
    public void rebuildTopics() {
        deployment.instances().values().forEach(Program::stop);
        var rebuild = batch(List.of("rebuild-topics"));
        for (var left = STARTS; rebuild.end() != 0; left--) {
            if (left == 0) {
                throw rebuild.failure("« rebuild-topics » a échoué");
            }
            rebuild = batch(List.of("rebuild-topics"));
        }
        injected.clear();
    }

    /** Copies what its programs and the servers printed to a directory. */
    public void keepLogs(Path there) {
        ChildProcesses.run(List.of("mkdir", "-p", there.toString()));
        copy(deployment.directory().resolve("log"), there.resolve("programmes"));
        copy(servers().var().resolve("log"), there.resolve("serveurs"));
    }

    private static void copy(Path from, Path to) {
        ChildProcesses.run(List.of("cp", "-a", from.toString(), to.toString()));
    }

    public void remove() {
        machine.remove(deployment);
    }
}
