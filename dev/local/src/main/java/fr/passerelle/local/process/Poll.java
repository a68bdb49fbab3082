package fr.passerelle.local.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for what another process does: nothing tells us, so we look. */
public final class Poll {

    private static final Duration STEP = Duration.ofMillis(50);

    private Poll() {}

    /** Looks until the condition holds or the cap is reached; answers whether it held. */
    public static boolean until(Duration cap, BooleanSupplier condition) {
        return until(cap, STEP, condition);
    }

    /** Does the same for what costs something to ask, once a step. */
    public static boolean until(Duration cap, Duration step, BooleanSupplier condition) {
        var end = System.nanoTime() + cap.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0 || !pause(step)) {
                return false;
            }
        }
        return true;
    }

    /** Sleeps so long; answers false when this thread was asked to stop, which it then still is. */
    public static boolean pause(Duration step) {
        try {
            Thread.sleep(step);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
