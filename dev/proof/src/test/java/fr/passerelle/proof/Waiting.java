package fr.passerelle.proof;

import fr.passerelle.local.process.Poll;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for what other processes do. */
final class Waiting {

    private Waiting() {}

    /** Fails when it does not happen in time. */
    static void until(Duration patience, BooleanSupplier condition) {
        happened(patience, Poll.until(patience, condition));
    }

    /** Does the same for what costs something to ask, once a step. */
    static void until(Duration patience, Duration step, BooleanSupplier condition) {
        happened(patience, Poll.until(patience, step, condition));
    }

    private static void happened(Duration patience, boolean happened) {
        if (!happened) {
            throw new AssertionError("It did not happen in " + patience);
        }
    }
}
