package fr.passerelle.calendar.rule;

import fr.passerelle.schemas.event.Rythme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Parts the sessions of an étape into visits that come back: 3 in four weeks are one week of two, and one week of four. */
public final class VisitRhythms {

    private VisitRhythms() {}

    /** The visits of so many sessions in a cycle, the most frequent first: as many as possible every week. */
    public static List<Rythme> of(int sessions) {
        List<Rythme> visits = new ArrayList<>();
        int left = sessions;
        for (Rythme rythme : Rythme.values()) {
            visits.addAll(Collections.nCopies(left / times(rythme), rythme));
            left %= times(rythme);
        }
        return List.copyOf(visits);
    }

    /** How often a visit is made in a cycle. */
    public static int times(Rythme rythme) {
        return switch (rythme) {
            case HEBDOMADAIRE -> TourDates.CYCLE;
            case UNE_SEMAINE_SUR_DEUX -> TourDates.CYCLE / 2;
            case UNE_SEMAINE_SUR_QUATRE -> 1;
        };
    }
}
