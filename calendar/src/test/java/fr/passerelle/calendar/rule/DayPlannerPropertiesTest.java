package fr.passerelle.calendar.rule;

import static fr.passerelle.calendar.rule.TourCases.ANIMATEUR;
import static fr.passerelle.calendar.rule.TourCases.DAY;
import static fr.passerelle.calendar.rule.TourCases.ESTIMATE;
import static fr.passerelle.calendar.rule.TourCases.HALL;
import static fr.passerelle.calendar.rule.TourCases.LIBRARY;
import static fr.passerelle.calendar.rule.TourCases.MONDAY;
import static fr.passerelle.calendar.rule.TourCases.animateur;
import static fr.passerelle.calendar.rule.TourCases.at;
import static fr.passerelle.calendar.rule.TourCases.everyDay;
import static fr.passerelle.calendar.rule.TourCases.question;
import static fr.passerelle.calendar.rule.TourCases.stop;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.rule.DayPlanner.TourVisit;
import fr.passerelle.calendar.rule.Roads.Leg;
import fr.passerelle.calendar.rule.Roads.Road;
import fr.passerelle.calendar.rule.TourCalendar.DayTour;
import fr.passerelle.calendar.rule.TourDates.MinuteSpan;
import fr.passerelle.calendar.rule.TourStop.OpenWeek;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.SourceTrajet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of any day that is planned, over days from seeds. */
class DayPlannerPropertiesTest {

    private static final int DAYS = 400;

    /** A day to be planned. */
    record Case(TourQuestion question, TourAnimateur animateur, List<TourVisit> visits) {

        Optional<DayTour> planned(List<TourVisit> order) {
            return new DayPlanner(question).best(animateur, MONDAY, order);
        }
    }

    static Stream<Case> cases() {
        return new Random(20_171_108).longs(DAYS).mapToObj(DayPlannerPropertiesTest::any);
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
}
