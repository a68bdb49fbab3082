package fr.passerelle.calendar.rule;

import fr.passerelle.schemas.bareme.Tournees;

/**
 * What the barème says of sessions and days.
 *
 * @param sessionMinutes length of a session
 * @param group people of a session, and so tablets
 */
public record TourTerms(Tournees tournees, int sessionMinutes, int group) {

    /** The session that begins at a minute. */
    public MinuteSpan session(int start) {
        return new MinuteSpan(start, start + sessionMinutes);
    }

    /** The first minute, from one on, at which a session may begin: a multiple of the step. */
    public int nextStart(int minute) {
        return Math.ceilDiv(minute, tournees.step()) * tournees.step();
    }

    /** Whether time without work is long enough to be a break. */
    public boolean isBreak(int minutes) {
        return minutes >= tournees.day().pause();
    }
}
