package fr.passerelle.calendar.solver.search;

import fr.passerelle.calendar.rule.DayPlanner;
import fr.passerelle.calendar.rule.DayTour;
import fr.passerelle.calendar.rule.TourAnimateur;
import fr.passerelle.calendar.rule.TourPoint;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourVisit;
import fr.passerelle.calendar.rule.VisitPattern;
import fr.passerelle.calendar.rule.WorkHalf;
import fr.passerelle.schemas.event.DemiJournee;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Visits of an ordinary cycle in the days of animateurs: each of these is a slot, alone on its day, since a way to hold a visit names who
 * holds it. A mark is a visit in a half of the day. Weeks are alike, so that a day is planned once for the four. An étape never has two
 * animateurs on a day.
 */
public final class DayRounds implements RoundRules {

    private static final int WEEKS = 4;
    private static final int DAYS = 6;
    private static final int HALVES = 2;

    private final TourQuestion question;
    private final List<VisitCall> visits;
    private final List<List<List<Integer>>> patterns;
    private final List<List<Integer>> rivals;
    private final DayPlanner planner;
    private final Map<WeekdayRound, Optional<RoundCost>> costs = new HashMap<>();

    private record WeekdayRound(int animateur, int weekday, BitSet marks) {}

    /** @param question an ordinary cycle */
    public DayRounds(TourQuestion question, List<VisitCall> visits) {
        this.question = question;
        this.visits = List.copyOf(visits);
        this.patterns = visits.stream()
                .map(visit -> visit.options().stream().map(DayRounds::slots).toList())
                .toList();
        this.rivals = IntStream.range(0, visits.size()).mapToObj(this::sameStop).toList();
        this.planner = new DayPlanner(question);
    }

    private List<Integer> sameStop(int call) {
        return IntStream.range(0, visits.size())
                .filter(other -> other != call
                        && visits.get(other).stop() == visits.get(call).stop())
                .boxed()
                .toList();
    }

    @Override
    public int calls() {
        return visits.size();
    }

    @Override
    public int slots() {
        return question.animateurs().size() * WEEKS * DAYS;
    }

    @Override
    public int day(int slot) {
        return slot;
    }

    @Override
    public int worker(int slot) {
        return slot / (WEEKS * DAYS);
    }

    @Override
    public int week(int slot) {
        return slot / DAYS;
    }

    @Override
    public long mostWork() {
        return question.terms().tournees().day().week();
    }

    @Override
    public List<List<Integer>> patterns(int call) {
        return patterns.get(call);
    }

    private static List<Integer> slots(VisitOption option) {
        return option.pattern().weeks().stream()
                .map(week -> (option.animateur() * WEEKS + week - 1) * DAYS + weekday(option.pattern()))
                .toList();
    }

    private static int weekday(VisitPattern pattern) {
        return pattern.when().day().getValue() - 1;
    }

    @Override
    public int worth(int call, int pattern) {
        return option(call, pattern).worth();
    }

    @Override
    public int mark(int call, int pattern) {
        return HALVES * call + (option(call, pattern).pattern().when().half() == DemiJournee.MATIN ? 0 : 1);
    }

    @Override
    public int call(int mark) {
        return mark / HALVES;
    }

    private VisitOption option(int call, int pattern) {
        return visits.get(call).options().get(pattern);
    }

    @Override
    public List<Integer> rivals(int call) {
        return rivals.get(call);
    }

    @Override
    public boolean clash(int call, int pattern, int rival, int other) {
        VisitOption one = option(call, pattern);
        VisitOption two = option(rival, other);
        return one.pattern().when().jour() == two.pattern().when().jour()
                && !Collections.disjoint(one.pattern().weeks(), two.pattern().weeks())
                && !(mayShareADay() && one.animateur() == two.animateur() && isAnotherHalf(one, two));
    }

    private boolean mayShareADay() {
        return question.terms().tournees().sessionsADayAPlace() >= HALVES;
    }

    private static boolean isAnotherHalf(VisitOption one, VisitOption two) {
        WorkHalf when = one.pattern().when();
        return when.half() != two.pattern().when().half();
    }

    @Override
    public Optional<RoundCost> cost(int slot, BitSet marks) {
        if (marks.isEmpty()) {
            return Optional.of(RoundCost.NOTHING);
        }
        if (marks.cardinality() > question.terms().tournees().sessionsADay()) {
            return Optional.empty();
        }
        return costs.computeIfAbsent(
                new WeekdayRound(worker(slot), slot % DAYS, marks),
                it -> tour(slot, marks).map(tour -> new RoundCost(tour.roadMinutes(), tour.work(question.terms()))));
    }

    private Optional<DayTour> tour(int slot, BitSet marks) {
        LocalDate date = question.dates().from().plusWeeks(week(slot) % WEEKS).plusDays(slot % DAYS);
        TourAnimateur animateur = question.animateurs().get(worker(slot));
        return planner.best(
                animateur, date, marks.stream().mapToObj(this::visit).toList());
    }

    private TourVisit visit(int mark) {
        DemiJournee half = mark % HALVES == 0 ? DemiJournee.MATIN : DemiJournee.APRES_MIDI;
        return TourVisit.of(
                question.stops().get(visits.get(call(mark)).stop()),
                half,
                question.terms().tournees().day());
    }

    @Override
    public long distance(int call, int other) {
        return question.roads().of(point(call), point(other)).minutes();
    }

    private TourPoint point(int call) {
        return question.stops().get(visits.get(call).stop()).point();
    }

    /** The days that hold visits where an answer says. */
    public List<DayTour> tours(List<@Nullable CallPlacement> placements) {
        PlacedCalls placed = PlacedCalls.of(this, placements);
        return IntStream.range(0, slots())
                .filter(slot -> !placed.round(slot).isEmpty())
                .boxed()
                .flatMap(slot -> tour(slot, placed.round(slot)).stream())
                .toList();
    }
}
