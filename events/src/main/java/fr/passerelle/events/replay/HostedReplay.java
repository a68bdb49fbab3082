package fr.passerelle.events.replay;

import org.springframework.context.Lifecycle;

/** What works on one replay in this process, and whether it is broken. */
final class HostedReplay {

    private final Lifecycle streams;
    private final Lifecycle projection;
    private volatile boolean broken;

    HostedReplay(ReplayHost.Parts parts) {
        this.streams = parts.streams().apply(() -> broken = true);
        this.projection = parts.projection();
    }

    void start() {
        streams.start();
        projection.start();
    }

    /** Leaves its groups. */
    void stop() {
        projection.stop();
        streams.stop();
    }

    boolean isBroken() {
        return broken;
    }
}
