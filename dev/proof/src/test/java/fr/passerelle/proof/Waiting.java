package fr.passerelle.proof;

import fr.passerelle.local.process.Poll;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for what other processes do. */
final class Waiting {

    private Waiting() {}

    /** Fails when it does not happen in time. */
    static void until(Duration patience, BooleanSupplier condition) {
        if (!Poll.until(patience, condition)) {
            throw new AssertionError("It did not happen in " + patience);
        }
    }
}
