package fr.passerelle.batch.run;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a test may kill the process: with {@code -Dpasserelle.pause-at=NAME} the job says so on the error stream when it reaches the
 * boundary NAME and waits there for ever, or until the file that {@code -Dpasserelle.pause-until=FILE} names exists. Names: {@code attendance-chunk-3} (the third chunk written and not committed),
 * {@code withdrawal-chunk-2} (the second batch of a withdrawal settled and not committed),
 * {@code relay-transaction} (records sent, not committed), {@code before-publish} (reconciled, not published). In life the property is
 * not set and nothing waits.
 */
final class Pause {

    /** The system property that names the boundary. */
    static final String PROPERTY = "passerelle.pause-at";

    private static final String RELEASE = "passerelle.pause-until";
    private static final long STEP_MILLIS = 50;

    private Pause() {}

    static void at(String boundary) {
        if (boundary.equals(System.getProperty(PROPERTY))) {
            System.err.println(PROPERTY + "=" + boundary);
            waitToBeKilled();
        }
    }

    private static void waitToBeKilled() {
        try {
            while (!released()) {
                Thread.sleep(STEP_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean released() {
        String file = System.getProperty(RELEASE, "");
        return !file.isEmpty() && Files.exists(Path.of(file));
    }
}
