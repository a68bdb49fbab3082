package fr.passerelle.texts.tour;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A session as calendars of people tell it: nothing about who holds it.
 *
 * @param seance its stable identity
 * @param sequence how often it was told otherwise before
 * @param start first minute of its day, in Paris
 * @param end minute after its last
 * @param told when it was last told
 * @param demonstration whether it is a reconstruction
 */
public record SessionEvent(
        String seance,
        int sequence,
        State state,
        LocalDate day,
        int start,
        int end,
        Instant told,
        SessionVenue venue,
        boolean demonstration) {

    /** Whether people can count on it. */
    public enum State {
        /** It was published. */
        CONFIRMED,
        /** It is not published yet. */
        TENTATIVE,
        /** It will not be held. */
        CANCELLED
    }
}
