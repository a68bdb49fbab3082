package fr.passerelle.calendar.tour;

import java.time.OffsetDateTime;

/**
 * A step that somebody took with a calendar.
 *
 * @param account opaque account of who took it
 * @param reason why, without any person's name
 */
public record TourStep(Kind kind, String account, String reason, String manifestHash, OffsetDateTime doneAt) {

    /** What was done. */
    public enum Kind {
        PLAN,
        RUN,
        PUBLISH,
        DISCARD
    }
}
