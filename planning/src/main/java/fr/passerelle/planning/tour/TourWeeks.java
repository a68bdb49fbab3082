package fr.passerelle.planning.tour;

import fr.passerelle.published.run.RunRefused;
import fr.passerelle.published.tour.PublishedSession;
import fr.passerelle.published.tour.SessionId;
import fr.passerelle.rules.tour.TourDates;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            throw new RunRefused("Un calendrier va jusqu'à " + MOST + " semaines, une année et un mois : « --weeks "
                    + weeks + " » va au-delà.");
        }
        if (weeks <= 0 || weeks % TourDates.CYCLE != 0) {
            throw new RunRefused("Un calendrier se fait par quatre semaines, de 4 à " + MOST + " : « --weeks " + weeks
                    + " » n'en est pas un multiple.");
        }
        LocalDate monday = TourDates.monday(from);
        if (from.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new RunRefused("Un calendrier commence un lundi : « --from " + monday + " » ou « --from "
                    + monday.plusWeeks(1) + " ».");
        }
        standing.stream()
                .map(session -> SessionId.read(session.seance()).cycle())
                .filter(cycle -> ChronoUnit.WEEKS.between(cycle, from) % TourDates.CYCLE != 0)
                .findFirst()
                .ifPresent(cycle -> {
                    throw new RunRefused("Des séances déjà publiées vont par quatre semaines à partir du " + cycle
                            + " : commencez un lundi qui tombe avec elles (" + next(cycle, from) + ").");
                });
    }

    /**
     * First day to which a session may be added or moved: tomorrow, or the first one where no week of the calendar holds today. A calendar of
     * weeks that are all over is an exercise: nothing of it has been.
     */
    static LocalDate earliest(LocalDate from, int weeks, LocalDate today) {
        boolean isUnderWay = !today.isBefore(from) && today.isBefore(from.plusWeeks(weeks));
        return isUnderWay ? today.plusDays(1) : from;
    }

    private static String next(LocalDate cycle, LocalDate from) {
        long passed = Math.ceilDiv(ChronoUnit.WEEKS.between(cycle, from), (long) TourDates.CYCLE);
        return Stream.iterate(cycle.plusWeeks(passed * TourDates.CYCLE), monday -> monday.plusWeeks(TourDates.CYCLE))
                .limit(SHOWN)
                .map(LocalDate::toString)
                .collect(Collectors.joining(", "));
    }
}
