package fr.passerelle.calendar.rule;

import static fr.passerelle.calendar.rule.TourCases.ANIMATEUR;
import static fr.passerelle.calendar.rule.TourCases.DAY;
import static fr.passerelle.calendar.rule.TourCases.HALL;
import static fr.passerelle.calendar.rule.TourCases.LIBRARY;
import static fr.passerelle.calendar.rule.TourCases.MONDAY;
import static fr.passerelle.calendar.rule.TourCases.TERMS;
import static fr.passerelle.calendar.rule.TourCases.animateur;
import static fr.passerelle.calendar.rule.TourCases.at;
import static fr.passerelle.calendar.rule.TourCases.question;
import static fr.passerelle.calendar.rule.TourCases.stop;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.rule.DayPlanner.TourVisit;
import fr.passerelle.calendar.rule.TourCalendar.DayTour;
import fr.passerelle.calendar.rule.TourCalendar.TourHalt;
import fr.passerelle.schemas.event.DemiJournee;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DayPlannerTest {

    private final TourStop a = stop("A", LIBRARY, 1);
    private final TourStop b = stop("B", LIBRARY, 1);

    @Test
    void leavesAsLateAsItCanForTheFirstHourThatIsOpen() {
        DayTour tour = best(ANIMATEUR, a).orElseThrow();

        assertThat(tour.departure()).isEqualTo(at(8, 20));
        assertThat(tour.halts().getFirst().start()).isEqualTo(at(9, 0));
        assertThat(tour.arrival()).isEqualTo(at(11, 30));
        assertThat(tour.work(TERMS)).isEqualTo(190);
    }

    @Test
    void waitsForTheAfternoonAndRestsMeanwhile() {
        DayTour tour = inOrder(a, b).orElseThrow();

        assertThat(tour.halts().getLast().start()).isEqualTo(at(14, 0));
        assertThat(tour.halts().getLast().pause(TERMS)).isEqualTo(135);
        assertThat(tour.work(TERMS)).isEqualTo(365);
        assertThat(tour.longestStretch(TERMS)).isEqualTo(185);
    }

    @Test
    void comesHomeEarliestOfTheOrdersOfTheSameRoad() {
        DayTour tour = best(ANIMATEUR, a, b).orElseThrow();

        assertThat(tour.halts()).extracting(TourHalt::stop).containsExactly(b, a);
        assertThat(tour.roadMinutes()).isEqualTo(65);
        assertThat(tour.arrival()).isEqualTo(at(16, 30));
    }

    @Test
    void takesItsLunchWhereTheDayThenEndsEarliest() {
        DayTour tour = inOrder(stop("A", HALL, 1), stop("B", HALL, 1), stop("C", HALL, 1))
                .orElseThrow();

        assertThat(tour.halts()).extracting(TourHalt::start).containsExactly(at(8, 15), at(11, 0), at(14, 30));
        assertThat(tour.halts().getLast().pause(TERMS)).isEqualTo(50);
        assertThat(tour.longestStretch(TERMS)).isEqualTo(345);
        assertThat(tour.arrival()).isEqualTo(at(17, 20));
    }

    @Test
    void staysWithinTheHalvesThatAreWorked() {
        TourAnimateur mornings = animateur(DemiJournee.MATIN);

        assertThat(best(mornings, a)).isPresent();
        assertThat(best(mornings, a, b)).isEmpty();
    }

    @Test
    void beginsInTheHalfThatARhythmAsksFor() {
        TourStop hall = stop("A", HALL, 1);

        DayTour tour = new DayPlanner(question(ANIMATEUR, hall))
                .best(ANIMATEUR, MONDAY, List.of(TourVisit.of(hall, DemiJournee.APRES_MIDI, DAY)))
                .orElseThrow();

        assertThat(tour.halts().getFirst().start()).isEqualTo(at(13, 0));
        assertThat(tour.departure()).isEqualTo(at(12, 20));
    }

    @Test
    void holdsNothingOnASunday() {
        assertThat(new DayPlanner(question(ANIMATEUR, a)).best(ANIMATEUR, MONDAY.minusDays(1), visits(a)))
                .isEmpty();
    }

    private static Optional<DayTour> best(TourAnimateur animateur, TourStop... stops) {
        return new DayPlanner(question(animateur, stops)).best(animateur, MONDAY, visits(stops));
    }

    private static Optional<DayTour> inOrder(TourStop... stops) {
        return new DayPlanner(question(ANIMATEUR, stops)).inOrder(ANIMATEUR, MONDAY, visits(stops));
    }

    private static List<TourVisit> visits(TourStop... stops) {
        return Arrays.stream(stops).map(TourVisit::of).toList();
    }
}
