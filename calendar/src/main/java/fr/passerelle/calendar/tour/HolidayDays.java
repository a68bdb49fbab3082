package fr.passerelle.calendar.tour;

import static java.util.Objects.requireNonNull;

import fr.passerelle.calendar.rule.DateSpan;
import fr.passerelle.calendar.rule.TourDates;
import fr.passerelle.calendar.tour.CalendarStudies.TourRequest;
import fr.passerelle.calendar.tour.TourManifest.KnownHolidays;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Cells;
import fr.passerelle.sources.territory.SchoolHolidays;
import fr.passerelle.study.WholeFile.RowFault;
import fr.passerelle.study.WholeFile;
import java.nio.file.Path;
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

    /** School holidays and closed days beyond those that the program knows. */
    static final class VacancesFile {

        private enum Kind {
            VACANCES,
            FERMETURE,
            CONNU_JUSQU_AU
        }

        private record Line(Kind kind, DateSpan days) {}

        private VacancesFile() {}

        /**
         * What a file says.
         *
         * @throws fr.passerelle.sources.reject.UnusableFile when a row has a fault
         * @throws RunRefused when it does not say until which day all is known, or says it twice
         */
        static KnownHolidays read(Path path) {
            List<Line> lines = WholeFile.read(path, TableSchema.vacances(), VacancesFile::line)
                    .once(line -> List.of(line.kind(), line.days().first()))
                    .rows();
            List<DateSpan> known = of(Kind.CONNU_JUSQU_AU, lines);
            if (known.size() != 1) {
                throw new RunRefused("Le fichier des vacances a une ligne et une seule de nature CONNU_JUSQU_AU, qui dit"
                        + " jusqu'à quel jour il dit tout : il en a " + known.size() + ".");
            }
            return new KnownHolidays(known.getFirst().last(), of(Kind.VACANCES, lines), of(Kind.FERMETURE, lines));
        }

        private static List<DateSpan> of(Kind kind, List<Line> lines) {
            return lines.stream()
                    .filter(line -> line.kind() == kind)
                    .map(Line::days)
                    .toList();
        }

        private static Line line(Cells cells) {
            LocalDate first = requireNonNull(cells.day("debut"), "The schema asks for it");
            LocalDate last = cells.day("fin");
            if (last != null && last.isBefore(first)) {
                throw new RowFault("la fin est avant le début.");
            }
            return new Line(
                    requireNonNull(cells.constant("nature", Kind.class), "The schema asks for it"),
                    new DateSpan(first, last == null ? first : last));
        }
    }
}
