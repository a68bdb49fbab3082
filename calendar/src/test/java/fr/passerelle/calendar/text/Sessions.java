package fr.passerelle.calendar.text;

import fr.passerelle.calendar.rule.ToldSession;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Sessions by hand. */
final class Sessions {

    static final Instant TOLD = Instant.parse("2017-12-20T09:00:00Z");
    private static final ToldSession.Place LIBRARY = new ToldSession.Place(
            "room:DEMO-001",
            "Médiathèque de l'Étang, annexe ; salle « Été »",
            "4 rue du Lac",
            "Étricourt-Manancourt",
            "200072031",
            "CA de la région",
            49.98765,
            2.99);

    private Sessions() {}

    /** One of two hours. */
    static ToldSession at(int rank, LocalDate day, int start, int sequence, ToldSession.State state) {
        return of("room:DEMO-001|2018-01-08|" + rank, sequence, state, day, start, TOLD, null, LIBRARY, "A-01");
    }

    /** The same, told then. */
    static ToldSession told(Instant then, ToldSession one) {
        return of(one.seance(), one.sequence(), one.state(), one.day(), one.start(), then, null, one.place(), "A-01");
    }

    /** The same, of a calendar that knew holidays until a day. */
    static ToldSession unknownAfter(LocalDate known, ToldSession one) {
        return of(one.seance(), one.sequence(), one.state(), one.day(), one.start(), TOLD, known, one.place(), "A-01");
    }

    /** One elsewhere, held by somebody else. */
    static ToldSession in(String etape, String name, String commune, LocalDate day, String animateur) {
        return of(
                etape + "|2018-01-08|0",
                0,
                ToldSession.State.CONFIRMED,
                day,
                540,
                TOLD,
                null,
                new ToldSession.Place(etape, name, null, commune, "200072031", "CA de la région", 49.5, 3.6),
                animateur);
    }

    private static ToldSession of(
            String seance,
            int sequence,
            ToldSession.State state,
            LocalDate day,
            int start,
            Instant told,
            @Nullable LocalDate known,
            ToldSession.Place place,
            String animateur) {
        return new ToldSession(seance, sequence, state, day, start, start + 120, animateur, told, known, place, true);
    }
}
