package fr.passerelle.faults.fault;

import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.program.ProgramProcess;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way between the nightly job and a server is slow from a moment on, or silent for some seconds: a partition. */
final class SlowServer implements Strike {

    private static final long LOOK_MILLIS = 1500;

    private final Wires wires;
    private final Moment moment;
    private final boolean partition;
    private final long millis;
    private @Nullable Proxy proxy;

    /**
     * One of the two.
     *
     * @param partition whether nothing passes for so long, rather than everything so much later
     */
    SlowServer(Wires wires, Moment moment, boolean partition, long millis) {
        this.wires = wires;
        this.moment = moment;
        this.partition = partition;
        this.millis = millis;
    }

    @Override
    public String name() {
        return partition ? "partition" : "latency";
    }

    @Override
    public String when() {
        return wires.id() + ", " + moment + ", " + millis + " ms";
    }

    @Override
    public int phase() {
        return moment.rank();
    }

    @Override
    public Map<String, String> properties(Stage stage) {
        if (proxy == null) {
            proxy = wires.before(stage.target().deployment().endpoints(), -1);
        }
        return wires.properties(stage.target().deployment().endpoints(), proxy.port());
    }

    @Override
    public Evidence strike(ProgramProcess command, Stage stage) {
        var there = proxy;
        if (there == null) {
            throw new LocalFault("La nuit n'est pas passée par le mandataire.");
        }
        if (!moment.await(command)) {
            return new Evidence(false, "la nuit était finie");
        }
        if (partition) {
            there.silence(millis);
        } else {
            there.delay(millis);
        }
        pause(Math.max(millis, LOOK_MILLIS));
        return new Evidence(there.delayed() > 0, there.delayed() + " échanges retenus");
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (proxy != null) {
            proxy.close();
        }
    }
}
