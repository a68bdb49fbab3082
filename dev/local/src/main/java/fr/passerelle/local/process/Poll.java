package fr.passerelle.local.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for what another process does: nothing tells us, so we look. */
public final class Poll {

    private static final long STEP_MILLIS = 50;

    private Poll() {}

    /** Looks until the condition holds or the cap is reached; answers whether it held. */
    public static boolean until(Duration cap, BooleanSupplier condition) {
        var end = System.nanoTime() + cap.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0 || !pause()) {
                return false;
            }
        }
        return true;
    }

    /** Answers false when this thread was asked to stop. */
    private static boolean pause() {
        try {
            Thread.sleep(STEP_MILLIS);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
