package fr.passerelle.faults.fault;

import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.Poll;
import fr.passerelle.local.program.ProgramProcess;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer to a commit is lost on its way to the nightly job, by a connection that is cut. */
final class CutAfterCommit implements Strike {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Wires wires;
    private final int commits;
    private final int phase;
    private @Nullable Proxy proxy;

    /** @param commits how many answers pass before */
    CutAfterCommit(Wires wires, int commits, int phase) {
        this.wires = wires;
        this.commits = commits;
        this.phase = phase;
    }

    @Override
    public String name() {
        return "cut-" + wires.id();
    }

    @Override
    public String when() {
        return "réponse au commit " + (commits + 1);
    }

    @Override
    public int phase() {
        return phase;
    }

    @Override
    public Map<String, String> properties(Stage stage) {
        if (proxy == null) {
            proxy = wires.before(stage.target().deployment().endpoints(), commits);
        }
        return wires.properties(stage.target().deployment().endpoints(), proxy.port());
    }

    @Override
    public Evidence strike(ProgramProcess command, Stage stage) {
        var there = proxy;
        if (there == null) {
            throw new LocalFault("La nuit n'est pas passée par le mandataire.");
        }
        Poll.until(PATIENCE, () -> there.cuts() > 0 || !command.isAlive());
        return new Evidence(
                there.cuts() > 0, there.cuts() + " connexion coupée sur la réponse, " + Moment.reached(command));
    }

    /** The command may go on through it, and end without it. */
    @Override
    public void close() {
        if (proxy != null) {
            proxy.close();
        }
    }
}
