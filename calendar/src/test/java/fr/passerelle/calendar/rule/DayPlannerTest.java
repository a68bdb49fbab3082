package fr.passerelle.calendar.rule;

import static fr.passerelle.calendar.rule.TourCases.ANIMATEUR;
import static fr.passerelle.calendar.rule.TourCases.DAY;
import static fr.passerelle.calendar.rule.TourCases.ESTIMATE;
import static fr.passerelle.calendar.rule.TourCases.HALL;
import static fr.passerelle.calendar.rule.TourCases.LIBRARY;
import static fr.passerelle.calendar.rule.TourCases.MONDAY;
import static fr.passerelle.calendar.rule.TourCases.TERMS;
import static fr.passerelle.calendar.rule.TourCases.animateur;
import static fr.passerelle.calendar.rule.TourCases.at;
import static fr.passerelle.calendar.rule.TourCases.everyDay;
import static fr.passerelle.calendar.rule.TourCases.question;
import static fr.passerelle.calendar.rule.TourCases.stop;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.rule.DayPlanner.TourVisit;
import fr.passerelle.calendar.rule.Roads.Leg;
import fr.passerelle.calendar.rule.Roads.Road;
import fr.passerelle.calendar.rule.Roads.TourPoint;
import fr.passerelle.calendar.rule.TourCalendar.DayTour;
import fr.passerelle.calendar.rule.TourCalendar.TourHalt;
import fr.passerelle.calendar.rule.TourDates.MinuteSpan;
import fr.passerelle.calendar.rule.TourQuestion.TourTerms;
import fr.passerelle.calendar.rule.TourStop.OpenWeek;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.SourceTrajet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DayPlannerTest {

    private static final int DAYS = 400;
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

    @ParameterizedTest
    @MethodSource("cases")
    void findsADayOfTheLeastRoadWhereverOneExists(Case one) {
        Optional<DayTour> best = EveryDay.best(one.question(), one.animateur(), MONDAY, one.visits());

        assertThat(one.planned(one.visits()).map(DayTour::roadMinutes)).isEqualTo(best.map(DayTour::roadMinutes));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void takesTheSameRoadHoweverTheVisitsAreGiven(Case one) {
        List<TourVisit> backwards = one.visits().reversed();

        assertThat(one.planned(backwards).map(DayTour::roadMinutes))
                .isEqualTo(one.planned(one.visits()).map(DayTour::roadMinutes));
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

    static Stream<Case> cases() {
        return new Random(20_171_108).longs(DAYS).mapToObj(DayPlannerTest::any);
    }

    private static Case any(long seed) {
        Random random = new Random(seed);
        int visits = 1 + random.nextInt(3);
        List<TourStop> stops = Stream.of("A", "B", "C")
                .limit(visits)
                .map(name -> stop(name, hours(random), 1))
                .toList();
        TourAnimateur animateur = random.nextInt(4) == 0 ? animateur(pick(random, DemiJournee.values())) : ANIMATEUR;
        TourQuestion question = question(animateur, stops.toArray(TourStop[]::new));
        return new Case(
                new TourQuestion(
                        question.dates(),
                        stops,
                        question.animateurs(),
                        new Roads(roads(random), ESTIMATE),
                        question.terms(),
                        List.of()),
                animateur,
                stops.stream().map(stop -> visit(random, stop)).toList());
    }

    private static TourVisit visit(Random random, TourStop stop) {
        return random.nextInt(4) == 0
                ? TourVisit.of(stop, pick(random, DemiJournee.values()), DAY)
                : TourVisit.of(stop);
    }

    private static OpenWeek hours(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> LIBRARY;
            case 1 -> HALL;
            default -> {
                int opens = at(8, 0) + 15 * random.nextInt(30);
                yield everyDay(new MinuteSpan(opens, opens + 120 + 15 * random.nextInt(12)));
            }
        };
    }

    private static Map<Leg, Road> roads(Random random) {
        List<String> points = List.of("home:A-01", "place:A", "place:B", "place:C");
        Map<Leg, Road> roads = new HashMap<>();
        int furthest = 20 + random.nextInt(60);
        for (String from : points) {
            for (String to : points) {
                int minutes = 5 + random.nextInt(furthest);
                roads.put(new Leg(from, to), new Road(minutes, minutes * 800, SourceTrajet.FICHIER, minutes, minutes));
            }
        }
        return Collections.unmodifiableMap(roads);
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    /** A day to be planned. */
    record Case(TourQuestion question, TourAnimateur animateur, List<TourVisit> visits) {

        Optional<DayTour> planned(List<TourVisit> order) {
            return new DayPlanner(question).best(animateur, MONDAY, order);
        }
    }

    /** Tries every day of an animateur that the step allows, one after the other: what the planner of days is compared with. */
    private static final class EveryDay {

        private final TourQuestion question;
        private final TourTerms terms;
        private final TourAnimateur animateur;
        private final LocalDate date;
        private final List<DayTour> found = new ArrayList<>();

        private EveryDay(TourQuestion question, TourAnimateur animateur, LocalDate date) {
            this.question = question;
            this.terms = question.terms();
            this.animateur = animateur;
            this.date = date;
        }

        /** The day of least road that holds all visits. */
        static Optional<DayTour> best(
                TourQuestion question, TourAnimateur animateur, LocalDate date, List<TourVisit> all) {
            EveryDay every = new EveryDay(question, animateur, date);
            animateur
                    .day(date, question.terms().tournees().day())
                    .ifPresent(span -> every.extend(span, List.of(), span.start(), all));
            return every.found.stream().min(Comparator.comparingInt(DayTour::roadMinutes));
        }

        private void extend(MinuteSpan span, List<TourHalt> halts, int free, List<TourVisit> left) {
            TourPoint at =
                    halts.isEmpty() ? animateur.home() : halts.getLast().stop().point();
            if (left.isEmpty()) {
                end(halts);
            }
            for (TourVisit visit : left) {
                List<TourVisit> others = new ArrayList<>(left);
                others.remove(visit);
                Road road = question.roads().of(at, visit.stop().point());
                int arrival = free + road.minutes();
                for (int start = terms.nextStart(arrival + terms.tournees().setUp());
                        start < span.end();
                        start += terms.tournees().step()) {
                    MinuteSpan session = terms.session(start);
                    if (visit.begins().holds(new MinuteSpan(start, start + 1))
                            && visit.stop().isOpen(date, session)) {
                        int here = halts.isEmpty() ? start - terms.tournees().setUp() : arrival;
                        List<TourHalt> more = new ArrayList<>(halts);
                        more.add(new TourHalt(visit.stop(), road, here, start, session.end()));
                        extend(span, more, session.end() + terms.tournees().packUp(), others);
                    }
                }
            }
        }

        private void end(List<TourHalt> halts) {
            DayTour tour = DayTour.of(question, animateur, date, halts);
            if (TourCheck.breaches(question, tour).isEmpty()) {
                found.add(tour);
            }
        }
    }
}
