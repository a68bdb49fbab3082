package fr.passerelle.planning.tour;

import fr.passerelle.rules.tour.TourDates;
import fr.passerelle.rules.tour.VisitPattern;
import fr.passerelle.rules.tour.WorkHalf;
import fr.passerelle.schemas.event.RythmeEtape;
import java.time.LocalDate;

/** The days on which a visit comes back. */
final class RhythmDays {

    private RhythmDays() {}

    /** Whether a day is one of them. */
    static boolean holds(RythmeEtape visit, TourDates dates, LocalDate day) {
        return new VisitPattern(new WorkHalf(visit.getJour(), visit.getDemiJournee()), visit.getSemaines())
                .days(dates.cycle(day))
                .contains(day);
    }
}
