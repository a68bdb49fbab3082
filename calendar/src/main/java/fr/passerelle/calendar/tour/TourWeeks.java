package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.TourDates;
import fr.passerelle.calendar.tour.SessionIds.SessionId;
import fr.passerelle.published.session.PublishedSession;
import fr.passerelle.schemas.fault.RunRefused;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The weeks that a calendar may have: whole cycles from a Monday, in step with what people were told. */
final class TourWeeks {

    /** A year and a month: beyond it nobody plans by the day, and a sector would not fit into a record. */
    private static final int MOST = 56;

    private static final int SHOWN = 3;

    private TourWeeks() {}

    /**
     * Checks them.
     *
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
}
