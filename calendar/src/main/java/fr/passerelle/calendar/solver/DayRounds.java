package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.DayPlanner;
import fr.passerelle.calendar.rule.DayPlanner.TourVisit;
import fr.passerelle.calendar.rule.Roads.TourPoint;
import fr.passerelle.calendar.rule.TourCalendar.DayTour;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.VisitPattern.WorkHalf;
import fr.passerelle.calendar.solver.RhythmSearch.StopPattern;
import fr.passerelle.calendar.solver.TourSearch.Cost;
import fr.passerelle.calendar.solver.TourSearch.Pattern;
import fr.passerelle.calendar.solver.TourSearch.Slot;
import fr.passerelle.schemas.event.DemiJournee;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Visits of an ordinary cycle in the days of animateurs: each of these is a slot, alone on its day, since a way to hold a visit names who
 * holds it. A mark is a visit in a half of the day. Weeks are alike, so that a day is planned once for the four. An étape never has two
 * animateurs on a day.
 */
final class DayRounds implements TourSearch.Rules {

    private static final int WEEKS = 4;
    private static final int DAYS = 6;
    private static final int HALVES = 2;

    private final TourQuestion question;
    private final List<List<StopPattern>> visits;
    private final List<List<Pattern>> patterns;
    private final List<List<Integer>> rivals;
    private final List<Slot> slots;
    private final DayPlanner planner;
    private final Map<WeekdayRound, Cost> costs = new HashMap<>();

    private record WeekdayRound(int animateur, int weekday, BitSet marks) {}

    /** Of an ordinary cycle, with the ways to hold each visit of an étape and rhythm, each worth the sessions that can really stand. */
    DayRounds(TourQuestion question, List<List<StopPattern>> visits, ToIntFunction<StopPattern> worth) {
        this.question = question;
        this.visits = List.copyOf(visits);
        this.patterns = IntStream.range(0, visits.size())
                .mapToObj(call -> visits.get(call).stream()
                        .map(way -> new Pattern(days(way), worth.applyAsInt(way), mark(call, way)))
                        .toList())
                .toList();
        this.rivals = IntStream.range(0, visits.size()).mapToObj(this::sameStop).toList();
        this.slots = IntStream.range(0, question.animateurs().size() * WEEKS * DAYS)
                .mapToObj(slot -> new Slot(slot, slot / (WEEKS * DAYS), slot / DAYS))
                .toList();
        this.planner = new DayPlanner(question);
    }

    private List<Integer> sameStop(int call) {
        return IntStream.range(0, visits.size())
                .filter(other -> other != call && stop(call) == stop(other))
                .boxed()
                .toList();
    }

    private int stop(int call) {
        return visits.get(call).getFirst().stop();
    }

    private static List<Integer> days(StopPattern way) {
        return way.pattern().weeks().stream()
                .map(week -> (way.animateur() * WEEKS + week - 1) * DAYS
                        + way.pattern().when().day().getValue()
                        - 1)
                .toList();
    }

    private static int mark(int call, StopPattern way) {
        return HALVES * call + (way.pattern().when().half() == DemiJournee.MATIN ? 0 : 1);
    }

    @Override
    public int calls() {
        return visits.size();
    }

    @Override
    public List<Pattern> patterns(int call) {
        return patterns.get(call);
    }

    @Override
    public List<Slot> slots() {
        return slots;
    }

    @Override
    public long mostWork() {
        return question.terms().tournees().day().week();
    }

    @Override
    public List<Integer> rivals(int call) {
        return rivals.get(call);
    }

    @Override
    public boolean clash(int call, int pattern, int rival, int other) {
        StopPattern one = visits.get(call).get(pattern);
        StopPattern two = visits.get(rival).get(other);
        WorkHalf when = one.pattern().when();
        WorkHalf then = two.pattern().when();
        return when.jour() == then.jour()
                && !Collections.disjoint(one.pattern().weeks(), two.pattern().weeks())
                && !(question.terms().tournees().sessionsADayAPlace() >= HALVES
                        && one.animateur() == two.animateur()
                        && when.half() != then.half());
    }

    @Override
    public Cost cost(int slot, BitSet marks) {
        if (marks.isEmpty()) {
            return Cost.NOTHING;
        }
        if (marks.cardinality() > question.terms().tournees().sessionsADay()) {
            return Cost.FORBIDDEN;
        }
        return costs.computeIfAbsent(
                new WeekdayRound(slots.get(slot).worker(), slot % DAYS, marks),
                it -> tour(slot, marks)
                        .map(tour -> new Cost(tour.roadMinutes(), tour.work(question.terms())))
                        .orElse(Cost.FORBIDDEN));
    }

    Optional<DayTour> tour(int slot, BitSet marks) {
        LocalDate date = question.dates()
                .from()
                .plusWeeks(slots.get(slot).week() % WEEKS)
                .plusDays(slot % DAYS);
        return planner.best(
                question.animateurs().get(slots.get(slot).worker()),
                date,
                marks.stream().mapToObj(this::visit).toList());
    }

    private TourVisit visit(int mark) {
        DemiJournee half = mark % HALVES == 0 ? DemiJournee.MATIN : DemiJournee.APRES_MIDI;
        return TourVisit.of(
                question.stops().get(stop(mark / HALVES)),
                half,
                question.terms().tournees().day());
    }

    @Override
    public long distance(int call, int other) {
        return question.roads().of(point(call), point(other)).minutes();
    }

    private TourPoint point(int call) {
        return question.stops().get(stop(call)).point();
    }
}
