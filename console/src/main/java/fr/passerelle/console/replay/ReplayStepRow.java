package fr.passerelle.console.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step that was taken with a replay.
 *
 * @param step PLAN, RUN, PUT_IN_FORCE, ROLLBACK or DISCARD
 * @param account opaque
 * @param runId the live run that it opened; null where it opened none
 */
record ReplayStepRow(
        String step,
        String account,
        String reason,
        @Nullable String runId,
        Instant doneAt) {}
