package fr.passerelle.planning.tour;

import fr.passerelle.published.run.RunRefused;
import fr.passerelle.rules.tour.DateSpan;
import fr.passerelle.rules.tour.TourDates;
import fr.passerelle.sources.territory.FrenchHolidays;
import fr.passerelle.sources.territory.SchoolHolidays;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The holidays of the weeks of a calendar. */
final class HolidayDays {

    private static final SchoolHolidays SCHOOL = SchoolHolidays.load();

    private HolidayDays() {}

    /**
     * The days of a calendar.
     *
     * @param earliest first day to which a session may be added or moved
     */
    static TourDates dates(LocalDate from, LocalDate earliest, int weeks) {
        LocalDate last = last(from, weeks);
        Set<LocalDate> publicOnes = FrenchHolidays.between(from, last);
        List<DateSpan> schoolOnes = SCHOOL.between(from, last).stream()
                .map(one -> new DateSpan(one.first(), one.last()))
                .toList();
        return new TourDates(from, earliest, weeks, publicOnes, schoolOnes);
    }

    /** @throws RunRefused when the school holidays are not known to its end */
    static void requireKnown(LocalDate from, int weeks) {
        if (last(from, weeks).isAfter(SCHOOL.lastKnown())) {
            throw new RunRefused("Les vacances scolaires ne sont connues que jusqu'au " + SCHOOL.lastKnown()
                    + " : demandez moins de semaines.");
        }
    }

    private static LocalDate last(LocalDate from, int weeks) {
        return from.plusWeeks(weeks).minusDays(1);
    }
}
