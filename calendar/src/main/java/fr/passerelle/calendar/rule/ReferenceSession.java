package fr.passerelle.calendar.rule;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A session that a calendar should keep as it is: one that was published, or one of the rhythm of an étape that has none.
 *
 * @param seance its stable identity; empty for one of a rhythm
 * @param stop subject of its étape
 * @param start first minute
 * @param animateur identifier of who holds it
 * @param published whether people were told
 * @param fact whether it has been, or was told for days too near to be told otherwise: no calendar holds it, nothing judges it
 */
public record ReferenceSession(
        String seance, String stop, LocalDate date, int start, String animateur, boolean published, boolean fact) {

    /** By day, start, étape, then animateur. */
    public static final Comparator<ReferenceSession> ORDER = Comparator.comparing(ReferenceSession::date)
            .thenComparing(ReferenceSession::start)
            .thenComparing(ReferenceSession::stop)
            .thenComparing(ReferenceSession::animateur);

    /** One that lies ahead. */
    public ReferenceSession(
            String seance, String stop, LocalDate date, int start, String animateur, boolean published) {
        this(seance, stop, date, start, animateur, published, false);
    }

    /** Whether a session of a calendar is this one, by place, day, hour and animateur. */
    public boolean isSameAs(TourSession session) {
        return isSameTime(session) && animateur.equals(session.animateur().id());
    }

    /** Whether it differs by its animateur at most. */
    public boolean isSameTime(TourSession session) {
        return stop.equals(session.stop().key()) && date.equals(session.date()) && start == session.start();
    }
}
