package fr.passerelle.faults.machine;

import fr.passerelle.local.Workspace;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.Machine;
import fr.passerelle.local.program.PackagedPrograms;
import fr.passerelle.local.program.Patience;
import fr.passerelle.local.program.ProcessLauncher;
import java.time.Duration;
import java.util.Map;

/** Makes targets, small and quick to give up waiting, so that faults meet all that they do. */
public final class Targets {

    /** Partitions of a target's log: few, since each costs a store and a transaction. */
    public static final int PARTITIONS = 4;

    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(10), Duration.ofSeconds(20));

    private static final Map<String, String> SETTINGS = Map.of(
            "passerelle.partitions",
            "" + PARTITIONS,
            "passerelle.chunk",
            "200",
            "passerelle.relay.transaction-rows",
            "300",
            "passerelle.relay.transaction-timeout",
            "10s",
            "passerelle.await.interval",
            "100ms",
            "passerelle.await.empty-group",
            "20s",
            "passerelle.await.still",
            "60s",
            "passerelle.stream.transaction-timeout",
            "10s",
            "passerelle.stream.commit-interval",
            "200ms");

    private final ProcessLauncher programs;

    private Targets(ProcessLauncher programs) {
        this.programs = programs;
    }

    /** Those whose programs were built in a tree. */
    public static Targets of(Workspace workspace) {
        return new Targets(
                PackagedPrograms.at(workspace, workspace.root().resolve("dev/faults/target/programs"), PATIENCE));
    }

    /** A target with a database and topics of its own, registered: on servers that have just started, at the second try if need be. */
    public Target fresh(Machine machine, String hint) {
        var deployment = machine.deploy(hint, machine.var().resolve("systems"), SETTINGS, programs);
        return new Target(machine, register(deployment));
    }

    private static Deployment register(Deployment deployment) {
        try {
            return deployment.register();
        } catch (LocalFault once) {
            return deployment.register();
        }
    }
}
