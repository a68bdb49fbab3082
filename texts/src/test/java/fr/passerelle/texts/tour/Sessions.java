package fr.passerelle.texts.tour;

import java.time.Instant;
import java.time.LocalDate;

/** Sessions by hand. */
final class Sessions {

    static final Instant TOLD = Instant.parse("2017-12-20T09:00:00Z");
    private static final SessionVenue LIBRARY =
            new SessionVenue("Médiathèque de l'Étang, annexe ; salle « Été »", "Étricourt-Manancourt", 49.98765, 2.99);

    private Sessions() {}

    /** One of two hours. */
    static SessionEvent at(int rank, LocalDate day, int start, int sequence, SessionEvent.State state) {
        return new SessionEvent(
                "room:DEMO-001|2018-01-08|" + rank, sequence, state, day, start, start + 120, TOLD, LIBRARY, true);
    }

    /** The same, told then. */
    static SessionEvent told(Instant then, SessionEvent session) {
        return new SessionEvent(
                session.seance(),
                session.sequence(),
                session.state(),
                session.day(),
                session.start(),
                session.end(),
                then,
                session.venue(),
                session.demonstration());
    }
}
