package fr.passerelle.batch.run;

import java.util.concurrent.CountDownLatch;

/**
 * Where a test may kill the process: with {@code -Dpasserelle.pause-at=NAME} the job says so on the error stream when it reaches the
 * boundary NAME and waits there for ever. Names: {@code attendance-chunk-3} (the third chunk written and not committed),
 * {@code withdrawal-chunk-2} (the second batch of a withdrawal settled and not committed),
 * {@code relay-transaction} (records sent, not committed), {@code before-publish} (reconciled, not published); of a replay
 * {@code replay-relay-transaction-2} (the second sent, not committed), {@code replay-before-complete} (its hash written, not committed).
 * In life the property is not set and nothing waits.
 */
public final class Pause {

    /** The system property that names the boundary. */
    static final String PROPERTY = "passerelle.pause-at";

    private Pause() {}

    /** Waits for ever where this boundary was asked for. */
    public static void at(String boundary) {
        if (boundary.equals(System.getProperty(PROPERTY))) {
            System.err.println(PROPERTY + "=" + boundary);
            waitToBeKilled();
        }
    }

    private static void waitToBeKilled() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
