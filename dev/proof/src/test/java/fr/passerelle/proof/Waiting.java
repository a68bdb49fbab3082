package fr.passerelle.proof;

import fr.passerelle.local.process.Poll;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for what other processes do. */
final class Waiting {

    /** A machine that does much else takes long; what happens ends the wait at once. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private Waiting() {}

    /** Fails when it does not happen. */
    static void until(BooleanSupplier condition) {
        happened("It", Poll.until(PATIENCE, condition));
    }

    /** Does the same, and tells what did not happen. */
    static void until(String awaited, BooleanSupplier condition) {
        happened(awaited, Poll.until(PATIENCE, condition));
    }

    /** Does the same for what costs something to ask, once a step. */
    static void until(Duration step, BooleanSupplier condition) {
        happened("It", Poll.until(PATIENCE, step, condition));
    }

    private static void happened(String awaited, boolean happened) {
        if (!happened) {
            throw new AssertionError(awaited + " did not happen in " + PATIENCE);
        }
    }
}
