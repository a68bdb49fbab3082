package fr.passerelle.events.stream;

import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A place where the program stops and waits to be killed, so that a test can prove what a kill there leaves behind. Off unless the
 * property {@code passerelle.pause-at} names the place.
 *
 * @param name the place to wait at; empty for none
 */
public record PausePoint(String name) {

    /** Inside the answer to RunClosed, when the results of half of a partition's EPCIs have left and the transaction is open. */
    static final String RUN_CLOSED = "run-closed";

    private static final Logger LOG = LoggerFactory.getLogger(PausePoint.class);

    /** Never waits. */
    static PausePoint none() {
        return new PausePoint("");
    }

    /** Waits for ever where this is the place. */
    void reached(String place) {
        if (!name.equals(place)) {
            return;
        }
        LOG.warn("Arrêt demandé au point « {} » : le processus attend d'être tué.", place);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Attente interrompue au point " + place, e);
        }
    }
}
