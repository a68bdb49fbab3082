package fr.passerelle.calendar.rule;

import static fr.passerelle.calendar.rule.TourCases.ANIMATEUR;
import static fr.passerelle.calendar.rule.TourCases.DAY;
import static fr.passerelle.calendar.rule.TourCases.EPCI;
import static fr.passerelle.calendar.rule.TourCases.ESTIMATE;
import static fr.passerelle.calendar.rule.TourCases.HALL;
import static fr.passerelle.calendar.rule.TourCases.HOME;
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
import fr.passerelle.calendar.rule.TourCheck.TourLevels;
import fr.passerelle.calendar.rule.TourDates.DateSpan;
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
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TourCheckTest {

    private final TourStop library = stop("A", LIBRARY, 1);
    private final TourQuestion once = question(ANIMATEUR, library);
    private final TourStop a = stop("A", HALL, 4);
    private final TourStop b = stop("B", HALL, 4);
    private final TourQuestion question = question(ANIMATEUR, a, b);

    /** Leaves home at 8:20, sets up at A from 8:40 on, holds a session from 9:00 to 11:00, is home at 11:30. */
    private final DayTour good = of(halt(a, at(8, 40), at(9, 0)));

    @Test
    void findsNothingWrongWithAGoodDayAndCountsWhatNobodyHolds() {
        TourCheck check = TourCheck.of(once, new TourCalendar(List.of(day(MONDAY))));

        assertThat(check.breaches()).isEmpty();
        assertThat(check.levels()).containsExactly(new TourLevels(0, 0, 40, 0));

        assertThat(TourCheck.of(once, new TourCalendar(List.of())).levels())
                .containsExactly(new TourLevels(1, 0, 0, 0));
    }

    @Test
    void findsMoreSessionsThanAnEtapeAsksFor() {
        assertThat(TourCheck.of(once, new TourCalendar(List.of(day(MONDAY), day(MONDAY.plusDays(1)))))
                        .breaches())
                .singleElement()
                .asString()
                .contains("plus que les 1 demandées");
    }

    @Test
    void keepsAPublishedSessionOfTheFirstWeeks() {
        ReferenceSession published =
                new ReferenceSession("place:A|2018-01-08|0", "place:A", MONDAY, at(9, 0), "A-01", true);
        TourQuestion pinned = once.withReferences(List.of(published));

        assertThat(TourCheck.of(pinned, new TourCalendar(List.of(day(MONDAY)))).holds())
                .isTrue();
        assertBreach(pinned, day(MONDAY.plusDays(1)), "devait rester");
    }

    @Test
    void countsAPublishedSessionThatMoves() {
        LocalDate later = MONDAY.plusWeeks(3);
        ReferenceSession published =
                new ReferenceSession("place:A|2018-01-08|0", "place:A", later, at(9, 0), "A-01", true);

        TourCheck check = TourCheck.of(once.withReferences(List.of(published)), new TourCalendar(List.of(day(MONDAY))));

        assertThat(check.holds()).isTrue();
        assertThat(check.levels().getFirst().changed()).isEqualTo(1);
    }

    @Test
    void findsAStrangerAndAPublicHoliday() {
        assertThat(breaches(question.withAnimateurs(List.of()), good)).containsExactly("l'animateur est inconnu.");

        TourDates holiday = new TourDates(MONDAY, 4, Set.of(MONDAY), List.of());

        assertThat(breaches(on(holiday), good)).containsExactly("c'est un dimanche ou un jour férié.");
    }

    @Test
    void findsASessionThatWasAddedToADayThatHadBeen() {
        TourQuestion tuesday = on(question.dates().since(MONDAY.plusDays(1)));

        assertThat(TourCheck.of(tuesday, new TourCalendar(List.of(good))).breaches())
                .containsExactly("Le 2018-01-08 n'est pas un jour du calendrier.");
    }

    @Test
    void findsWhoeverIsToldToBeElsewhereOnADayTooNearToBeChanged() {
        ReferenceSession fact = new ReferenceSession("s", "place:A", MONDAY, at(9, 0), ANIMATEUR.id(), true, true);

        assertThat(TourCheck.of(question.withReferences(List.of(fact)), new TourCalendar(List.of(good)))
                        .breaches())
                .contains(
                        "A-01 a déjà une séance annoncée le 2018-01-08, qui ne bouge plus.",
                        "place:A a déjà une séance annoncée le 2018-01-08, qui ne bouge plus.");
    }

    @Test
    void findsASessionInTheSchoolHolidaysWhereThereIsNone() {
        TourStop stops = a.with(List.of(), 12, false);
        TourDates holidays = new TourDates(MONDAY, 4, Set.of(), List.of(new DateSpan(MONDAY, MONDAY)));

        assertThat(breaches(on(holidays).withStops(List.of(stops)), of(halt(stops, at(8, 40), at(9, 0)))))
                .containsExactly("place:A : pas de séance pendant les vacances scolaires.");
        assertThat(breaches(on(holidays), good)).isEmpty();
    }

    @Test
    void findsHoursThatAreNotWorkedAndASessionTooMany() {
        TourAnimateur afternoons = animateur(DemiJournee.APRES_MIDI);

        assertThat(breaches(question(afternoons, a), of(afternoons, good)))
                .containsExactly("l'animateur ne travaille pas du départ au retour.");
        assertThat(breaches(of(
                        halt(a, at(7, 55), at(8, 15)),
                        new TourHalt(a, road(a, a), at(10, 25), at(10, 45), at(12, 45)),
                        new TourHalt(a, road(a, a), at(12, 55), at(14, 0), at(16, 0)),
                        new TourHalt(a, road(a, a), at(16, 10), at(16, 30), at(18, 30)))))
                .contains("4 séances en un jour.");
    }

    @Test
    void findsARoadThatIsNotTheOneKnown() {
        TourHalt halt = good.halts().getFirst();
        Road other = new Road(20, 1, halt.road().source(), 20, 20);

        assertThat(breaches(of(new TourHalt(a, other, halt.arrival(), halt.start(), halt.end()))))
                .containsExactly("un trajet n'est pas celui que l'on connaît.");
        assertThat(breaches(new DayTour(ANIMATEUR, MONDAY, good.departure(), good.halts(), other, good.arrival())))
                .containsExactly("le retour n'est pas le trajet que l'on connaît.");
    }

    @Test
    void findsMinutesThatDoNotFollow() {
        assertThat(breaches(new DayTour(
                        ANIMATEUR, MONDAY, good.departure() - 1, good.halts(), good.back(), good.arrival())))
                .containsExactly("une arrivée ne suit pas de son trajet.");
        assertThat(breaches(new DayTour(
                        ANIMATEUR, MONDAY, good.departure(), good.halts(), good.back(), good.arrival() + 1)))
                .containsExactly("l'heure du retour ne suit pas de son trajet.");
        assertThat(breaches(of(halt(a, at(8, 41), at(9, 0)))))
                .containsExactly("une séance commence avant que tout soit installé.");
    }

    /** From home at 7:35 to A and B, one after the other, and home at 13:40: 365 minutes without a break. */
    @Test
    void findsWorkThatCallsForABreak() {
        DayTour morning =
                of(halt(a, at(7, 55), at(8, 15)), new TourHalt(b, road(a, b), at(10, 40), at(11, 0), at(13, 0)));

        assertThat(breaches(morning)).containsExactly("six heures de travail sans pause.");
        assertThat(breaches(limits(365, 600, 720, 2_100), morning))
                .containsExactly("six heures de travail sans pause.");
        assertThat(breaches(limits(366, 600, 720, 2_100), morning)).isEmpty();
    }

    @Test
    void findsADayThatIsTooLongOrWithoutLunch() {
        assertThat(breaches(limits(360, 189, 720, 2_100), good)).containsExactly("190 minutes de travail en un jour.");
        assertThat(breaches(limits(360, 600, 189, 2_100), good))
                .containsExactly("l'amplitude de la journée est trop grande.");
        assertThat(breaches(limits(360, 190, 190, 2_100), good)).isEmpty();

        DayTour whole =
                of(halt(a, at(9, 40), at(10, 0)), new TourHalt(b, road(a, b), at(12, 25), at(13, 15), at(15, 15)));

        assertThat(breaches(whole)).containsExactly("aucune pause méridienne.");
    }

    @Test
    void findsAPlaceThatCannotHaveTheSession() {
        TourStop closed = stop("A", everyDay(new MinuteSpan(at(9, 0), at(10, 59))), 4);
        TourStop small = new TourStop(a.point(), EPCI, "A", List.of(), 4, HALL, List.of(), 7, true);

        assertThat(breaches(question(ANIMATEUR, closed), of(halt(closed, at(8, 40), at(9, 0)))))
                .containsExactly("place:A : le lieu est fermé.");
        assertThat(breaches(question(ANIMATEUR, small), of(halt(small, at(8, 40), at(9, 0)))))
                .containsExactly("place:A : l'animateur n'y va pas, ou tablettes ou places manquent.");
        assertThat(breaches(question(ANIMATEUR, b), good)).containsExactly("place:A : cette étape est inconnue.");
    }

    @Test
    void findsASessionThatIsNotOne() {
        TourHalt halt = good.halts().getFirst();

        assertThat(breaches(of(new TourHalt(a, halt.road(), at(8, 40), at(9, 0), at(10, 59)))))
                .containsExactly("place:A : la séance n'a pas sa durée.");
        assertThat(breaches(of(new TourHalt(a, halt.road(), at(8, 41), at(9, 1), at(11, 1)))))
                .containsExactly("place:A : la séance ne commence pas à une heure permise.");
    }

    @Test
    void findsTwoDaysInOneADayOutsideAndAWeekOfTooMuchWork() {
        assertThat(calendar(good, good)).contains("A-01 a deux journées le 2018-01-08.");
        assertThat(calendar(on(MONDAY.minusDays(2)))).contains("Le 2018-01-06 n'est pas un jour du calendrier.");
        assertThat(TourCheck.of(limits(360, 600, 720, 379), new TourCalendar(List.of(good, on(MONDAY.plusDays(1)))))
                        .breaches())
                .containsExactly("A-01 travaille 380 minutes la semaine du 2018-01-08, plus que 379.");
    }

    @Test
    void findsAPlaceThatIsTakenTwice() {
        TourAnimateur other = new TourAnimateur(
                "A-02", HOME, EPCI, ANIMATEUR.serves(), ANIMATEUR.worked(), List.of(), ANIMATEUR.tablets());
        TourQuestion two = question.withAnimateurs(List.of(ANIMATEUR, other));

        assertThat(TourCheck.of(two, new TourCalendar(List.of(good, of(other, good))))
                        .breaches())
                .containsExactly("place:A a deux séances à la fois le 2018-01-08.");
    }

    @Test
    void findsMoreSessionsADayThanAPlaceHas() {
        DayTour three = new DayPlanner(question)
                .best(ANIMATEUR, MONDAY, List.of(TourVisit.of(a), TourVisit.of(a), TourVisit.of(a)))
                .orElseThrow();

        assertThat(calendar(three)).containsExactly("place:A a trop de séances le 2018-01-08.");
    }

    private DayTour day(LocalDate date) {
        return new DayPlanner(once)
                .best(ANIMATEUR, date, List.of(TourVisit.of(library)))
                .orElseThrow();
    }

    private List<String> calendar(DayTour... days) {
        return TourCheck.of(question, new TourCalendar(List.of(days))).breaches();
    }

    private List<String> breaches(DayTour tour) {
        return breaches(question, tour);
    }

    private static List<String> breaches(TourQuestion question, DayTour tour) {
        return TourCheck.breaches(question, tour).stream()
                .map(breach -> breach.replaceFirst("Journée de A-0\\d le [0-9-]+ : ", ""))
                .toList();
    }

    private DayTour of(TourHalt... halts) {
        return DayTour.of(question, ANIMATEUR, MONDAY, List.of(halts));
    }

    private DayTour of(TourAnimateur animateur, DayTour day) {
        return DayTour.of(question, animateur, MONDAY, day.halts());
    }

    private DayTour on(LocalDate date) {
        return DayTour.of(question, ANIMATEUR, date, good.halts());
    }

    private TourQuestion on(TourDates dates) {
        return under(dates, TERMS);
    }

    private TourHalt halt(TourStop stop, int arrival, int start) {
        return new TourHalt(stop, question.roads().of(HOME, stop.point()), arrival, start, start + 120);
    }

    private Road road(TourStop from, TourStop to) {
        return question.roads().of(from.point(), to.point());
    }

    private TourQuestion limits(int unbroken, int longest, int span, int week) {
        return under(question.dates(), TourCases.terms(TourCases.day(unbroken, longest, span, week)));
    }

    private TourQuestion under(TourDates dates, TourTerms terms) {
        return new TourQuestion(dates, question.stops(), question.animateurs(), question.roads(), terms, List.of());
    }

    private static void assertBreach(TourQuestion question, DayTour day, String breach) {
        assertThat(TourCheck.of(question, new TourCalendar(List.of(day))).breaches())
                .singleElement()
                .asString()
                .contains(breach);
    }

    private static final int DAYS = 400;
    private final TourStop atA = stop("A", LIBRARY, 1);
    private final TourStop atB = stop("B", LIBRARY, 1);

    @Test
    void leavesAsLateAsItCanForTheFirstHourThatIsOpen() {
        DayTour tour = best(ANIMATEUR, atA).orElseThrow();

        assertThat(tour.departure()).isEqualTo(at(8, 20));
        assertThat(tour.halts().getFirst().start()).isEqualTo(at(9, 0));
        assertThat(tour.arrival()).isEqualTo(at(11, 30));
        assertThat(tour.work(TERMS)).isEqualTo(190);
    }

    @Test
    void waitsForTheAfternoonAndRestsMeanwhile() {
        DayTour tour = inOrder(atA, atB).orElseThrow();

        assertThat(tour.halts().getLast().start()).isEqualTo(at(14, 0));
        assertThat(tour.halts().getLast().pause(TERMS)).isEqualTo(135);
        assertThat(tour.work(TERMS)).isEqualTo(365);
        assertThat(tour.longestStretch(TERMS)).isEqualTo(185);
    }

    @Test
    void comesHomeEarliestOfTheOrdersOfTheSameRoad() {
        DayTour tour = best(ANIMATEUR, atA, atB).orElseThrow();

        assertThat(tour.halts()).extracting(TourHalt::stop).containsExactly(atB, atA);
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

        assertThat(best(mornings, atA)).isPresent();
        assertThat(best(mornings, atA, atB)).isEmpty();
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
        assertThat(new DayPlanner(question(ANIMATEUR, atA)).best(ANIMATEUR, MONDAY.minusDays(1), visits(atA)))
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
        assertThat(one.planned(one.visits().reversed()).map(DayTour::roadMinutes))
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
        return new Random(20_171_108).longs(DAYS).mapToObj(TourCheckTest::any);
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
