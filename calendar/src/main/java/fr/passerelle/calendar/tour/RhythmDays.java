package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.TourDates;
import fr.passerelle.calendar.rule.VisitPattern;
import fr.passerelle.calendar.rule.WorkHalf;
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
