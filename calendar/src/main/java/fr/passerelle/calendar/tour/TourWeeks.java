package fr.passerelle.calendar.tour;

import static java.util.Objects.requireNonNull;

import fr.passerelle.calendar.rule.TourDates;
import fr.passerelle.calendar.rule.TourDates.DateSpan;
import fr.passerelle.calendar.tour.CalendarStudies.TourRequest;
import fr.passerelle.calendar.tour.SessionIds.SessionId;
import fr.passerelle.calendar.tour.TourManifest.KnownHolidays;
import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Cells;
import fr.passerelle.sources.territory.SchoolHolidays;
import fr.passerelle.study.WholeFile;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The weeks that a calendar may have: whole cycles from a Monday, in step with what people were told, and their holidays. */
final class TourWeeks {

    /** A year and a month: beyond it nobody plans by the day, and a sector would not fit into a record. */
    private static final int MOST = 56;

    private static final int SHOWN = 3;
    private static final KnownHolidays SHIPPED = shipped(SchoolHolidays.load());

    private TourWeeks() {}

    /**
     * @param standing the published sessions of the first day and later
     * @throws RunRefused with the next days that would do
     */
    static void require(LocalDate from, int weeks, List<PublishedSession> standing) {
        if (weeks > MOST) {
            throw RunRefused.wrongUse("Un calendrier va jusqu'à " + MOST
                    + " semaines, une année et un mois : « --weeks " + weeks + " » va au-delà.");
        }
        if (weeks <= 0 || weeks % TourDates.CYCLE != 0) {
            throw RunRefused.wrongUse("Un calendrier se fait par quatre semaines, de 4 à " + MOST + " : « --weeks "
                    + weeks + " » n'en est pas un multiple.");
        }
        LocalDate monday = TourDates.monday(from);
        if (from.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw RunRefused.wrongUse("Un calendrier commence un lundi : « --from " + monday + " » ou « --from "
                    + monday.plusWeeks(1) + " ».");
        }
        standing.stream()
                .map(session -> SessionId.read(session.seance()).cycle())
                .filter(cycle -> ChronoUnit.WEEKS.between(cycle, from) % TourDates.CYCLE != 0)
                .findFirst()
                .ifPresent(cycle -> {
                    throw RunRefused.wrongUse("Des séances déjà publiées vont par quatre semaines à partir du " + cycle
                            + " : commencez un lundi qui tombe avec elles (" + next(cycle, from) + ").");
                });
    }

    /**
     * The day of the plan, up to which nothing may be added; null for an exercise: of weeks that are all over, nothing has been.
     *
     * @param told whether people were told of sessions in these weeks
     * @throws RunRefused where they were, and all is over
     */
    static @Nullable LocalDate planned(LocalDate from, int weeks, LocalDate today, boolean told) {
        if (today.isBefore(from.plusWeeks(weeks))) {
            return today;
        }
        if (told) {
            throw new RunRefused(
                    "Ces semaines sont passées, et des séances y ont été annoncées : ce qui a eu lieu ne se"
                            + " prépare plus (« ./passerelle tournees seances » dit ce qui a été tenu).");
        }
        return null;
    }

    private static String next(LocalDate cycle, LocalDate from) {
        long passed = Math.ceilDiv(ChronoUnit.WEEKS.between(cycle, from), (long) TourDates.CYCLE);
        return Stream.iterate(cycle.plusWeeks(passed * TourDates.CYCLE), monday -> monday.plusWeeks(TourDates.CYCLE))
                .limit(SHOWN)
                .map(LocalDate::toString)
                .collect(Collectors.joining(", "));
    }

    /** The days of a calendar, with the holidays that it froze. */
    static TourDates dates(TourManifest manifest) {
        KnownHolidays known = manifest.holidays();
        Set<LocalDate> none = SchoolHolidays.publicHolidays(manifest.from(), manifest.last());
        for (DateSpan span : known.closed()) {
            span.first().datesUntil(span.last().plusDays(1)).forEach(none::add);
        }
        return new TourDates(manifest.from(), manifest.earliest(), manifest.weeks(), none, known.school());
    }

    /**
     * The holidays of the weeks of a calendar that is asked for: what the program knows, and what its file adds.
     *
     * @throws fr.passerelle.sources.reject.UnusableFile when the file has a fault
     * @throws RunRefused when they are not known to its end, unless it is asked for without them
     */
    static KnownHolidays holidays(TourRequest asked) {
        KnownHolidays known = asked.vacances() == null ? SHIPPED : SHIPPED.and(read(asked.vacances()));
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

    private enum Kind {
        VACANCES,
        FERMETURE,
        CONNU_JUSQU_AU
    }

    private record Line(Kind kind, DateSpan days) {}

    /** @throws RunRefused when the file does not say until which day all is known, or says it twice */
    private static KnownHolidays read(Path path) {
        List<Line> lines = WholeFile.read(path, TableSchema.VACANCES, TourWeeks::line)
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
            throw new RunRefused("la fin est avant le début.");
        }
        return new Line(
                requireNonNull(cells.constant("nature", Kind.class), "The schema asks for it"),
                new DateSpan(first, last == null ? first : last));
    }
}
