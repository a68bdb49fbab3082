package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.DateSpan;
import fr.passerelle.calendar.rule.TourDates;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.sources.territory.SchoolHolidays;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The holidays of the weeks of a calendar. */
final class HolidayDays {

    private static final KnownHolidays SHIPPED = shipped(SchoolHolidays.load());

    private HolidayDays() {}

    /** The days of a calendar, with the holidays that it froze. */
    static TourDates dates(TourManifest manifest) {
        KnownHolidays known = Objects.requireNonNull(manifest.holidays(), "Each plan that may be run froze them");
        Set<LocalDate> none = SchoolHolidays.publicHolidays(manifest.from(), manifest.last());
        for (DateSpan span : known.closed()) {
            span.first().datesUntil(span.last().plusDays(1)).forEach(none::add);
        }
        return new TourDates(manifest.from(), manifest.earliest(), manifest.weeks(), none, known.school());
    }

    /**
     * Those of the weeks of a calendar that is asked for: what the program knows, and what its file adds.
     *
     * @throws fr.passerelle.sources.reject.UnusableFile when the file has a fault
     * @throws RunRefused when they are not known to its end, unless it is asked for without them
     */
    static KnownHolidays of(TourRequest asked) {
        KnownHolidays known = asked.vacances() == null ? SHIPPED : SHIPPED.and(VacancesFile.read(asked.vacances()));
        if (asked.last().isAfter(known.until()) && !asked.withoutHolidays()) {
            throw new RunRefused("Les vacances scolaires ne sont connues que jusqu'au " + known.until()
                    + ", et ces semaines vont jusqu'au " + asked.last() + " : donnez-les (« --vacances FICHIER »,"
                    + " table « vacances »), demandez moins de semaines, ou faites le calendrier sans elles"
                    + " (« --sans-vacances ») : chaque page, flux et affiche le dira.");
        }
        return known.between(asked.from(), asked.last());
    }

    private static KnownHolidays shipped(SchoolHolidays school) {
        return new KnownHolidays(
                school.lastKnown(),
                school.all().stream()
                        .map(one -> new DateSpan(one.first(), one.last()))
                        .toList(),
                List.of());
    }
}
