package fr.passerelle.published.replay;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A step that somebody took with a replay.
 *
 * @param account opaque account of who took it
 * @param reason why, without any person's name
 * @param run number of the live run that it opened; null where there is none
 */
public record ReplayStep(
        Kind kind,
        String account,
        String reason,
        String manifestHash,
        @Nullable Long run,
        OffsetDateTime doneAt) {

    /** What was done. */
    public enum Kind {
        PLAN,
        RUN,
        PUT_IN_FORCE,
        ROLLBACK,
        DISCARD
    }
}
