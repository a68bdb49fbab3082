package fr.passerelle.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Where a test may kill the process: with {@code -Dpasserelle.pause-at=NAME} the job says so on the error stream when it reaches the
 * boundary NAME and waits there for ever. Names: {@code stage-chunk-3} (the third chunk written and not committed),
 * {@code fold-chunk-1} (the first rooms folded, not committed), {@code territories} (EPCIs and needs written, not committed),
 * {@code relay-transaction} (records sent, not committed), {@code before-publish} (reconciled, not published),
 * {@code rebuild-halfway} (old topics deleted, no new one made), {@code rebuild-relay} (new topics made, records sent, not committed),
 * of a replay {@code replay-relay-transaction-2} (the second sent, not committed) and {@code replay-before-complete} (its hash written, not
 * committed), of events {@code run-closed} (half of a partition's results sent, not committed), {@code step-close} and the other steps'
 * names (the step is about to begin, outside of any transaction). With {@code -Dpasserelle.pause-until=FILE} it goes on once that file is
 * gone. In life no property is set and nothing waits.
 */
public final class Pause {

    /** The system property that names the boundary. */
    static final String PROPERTY = "passerelle.pause-at";

    private static final String UNTIL = "passerelle.pause-until";
    private static final long A_MOMENT = 50;

    private Pause() {}

    /** Waits where this is the boundary that is named. */
    public static void at(String boundary) {
        if (boundary.equals(System.getProperty(PROPERTY))) {
            System.err.println(PROPERTY + "=" + boundary);
            try {
                await(System.getProperty(UNTIL));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void await(@Nullable String file) throws InterruptedException {
        if (file == null) {
            new CountDownLatch(1).await();
        } else {
            while (Files.exists(Path.of(file))) {
                Thread.sleep(A_MOMENT);
            }
        }
    }
}
