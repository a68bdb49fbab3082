package fr.passerelle.calendar.solver;

import static fr.passerelle.calendar.rule.TourCases.EPCI;
import static fr.passerelle.calendar.rule.TourCases.ESTIMATED;
import static fr.passerelle.calendar.rule.TourCases.HALL;
import static fr.passerelle.calendar.rule.TourCases.LIBRARY;
import static fr.passerelle.calendar.rule.TourCases.MONDAY;
import static fr.passerelle.calendar.rule.TourCases.halves;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.rule.DayPlanner;
import fr.passerelle.calendar.rule.DayPlanner.TourVisit;
import fr.passerelle.calendar.rule.Roads.TourPoint;
import fr.passerelle.calendar.rule.TourAnimateur;
import fr.passerelle.calendar.rule.TourCalendar;
import fr.passerelle.calendar.rule.TourCalendar.DayTour;
import fr.passerelle.calendar.rule.TourCases;
import fr.passerelle.calendar.rule.TourCheck;
import fr.passerelle.calendar.rule.TourDates;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourQuestion.TourTerms;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.rule.VisitPattern;
import fr.passerelle.calendar.rule.VisitPattern.WorkHalf;
import fr.passerelle.calendar.solver.EuclideanRounds.CordeauFile;
import fr.passerelle.calendar.solver.EuclideanRounds.CordeauFile.Customer;
import fr.passerelle.calendar.solver.RhythmSearch.StopPattern;
import fr.passerelle.calendar.solver.TourSearch.Cost;
import fr.passerelle.calendar.solver.TourSearch.Levels;
import fr.passerelle.calendar.solver.TourSearch.Pattern;
import fr.passerelle.calendar.solver.TourSearch.Placement;
import fr.passerelle.calendar.solver.TourSearch.Rules;
import fr.passerelle.calendar.solver.TourSearch.Slot;
import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.schemas.bareme.Tournees.WorkingDay;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.JourOuvrable;
import fr.passerelle.schemas.event.Rythme;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The search beside all placements there are, over rounds in a plane and over days of animateurs. */
class TourSearchTest {

    private static final int QUESTIONS = 40;
    private static final int STEPS = 2_000;

    @RepeatedTest(QUESTIONS)
    void findsWhatTryingAllPlacementsFinds(RepetitionInfo repetition) {
        Rules rules = SharedRounds.of(new AnyCustomers(Seeds.random(repetition)).file(5, 5));

        assertThat(EveryPlacement.levels(rules, found(rules))).isEqualTo(EveryPlacement.best(rules));
    }

    @Test
    void leavesToNobodyWhatNoVehicleTakes() {
        List<List<Integer>> anyDay = List.of(List.of(0), List.of(1));
        Customer heavy = new Customer(1, 0, 9, anyDay);
        Customer light = new Customer(2, 0, 1, anyDay);
        Rules rules =
                new EuclideanRounds(new CordeauFile(1, 2, 5, new Customer(0, 0, 0, List.of()), List.of(heavy, light)));

        List<@Nullable Placement> found = found(rules);

        assertThat(found.get(0)).isNull();
        assertThat(found.get(1)).isNotNull();
    }

    /** As long as the memory is as long, a longer walk begins as the shorter one did: what it met last may be worse, its answer never is. */
    @RepeatedTest(5)
    void keepsTheBestThatItMet(RepetitionInfo repetition) {
        Rules rules = SharedRounds.of(new AnyCustomers(Seeds.random(repetition)).file(12, 12));
        int visits = IntStream.range(0, rules.calls())
                .map(call -> rules.patterns(call).stream()
                        .mapToInt(pattern -> pattern.days().size())
                        .max()
                        .orElse(0))
                .sum();

        List<Levels> longer = IntStream.range(5 * visits, 6 * visits)
                .mapToObj(steps -> EveryPlacement.levels(rules, TourSearch.find(rules, steps, 1)))
                .toList();

        assertThat(longer).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void saysTheSameTwice() {
        Rules rules = new EuclideanRounds(new AnyCustomers(new Random(23)).file(40, 40));
        assertThat(found(new EuclideanRounds(new AnyCustomers(new Random(23)).file(40, 40))))
                .isEqualTo(found(rules));
    }

    @Test
    void answersWithoutACall() {
        assertThat(found(new EuclideanRounds(new AnyCustomers(new Random(25)).file(0, 1))))
                .isEmpty();
    }

    private static List<@Nullable Placement> found(Rules rules) {
        return TourSearch.find(rules, STEPS, 1);
    }

    /** Two days of two vehicles, and a few customers whom one day or both may suit: not all fit always. */
    private record AnyCustomers(Random random) {

        private static final List<List<List<Integer>>> PATTERNS =
                List.of(List.of(List.of(0), List.of(1)), List.of(List.of(0, 1)), List.of(List.of(0, 1), List.of(1)));

        CordeauFile file(int customers, double capacity) {
            return new CordeauFile(
                    2,
                    2,
                    capacity,
                    customer(),
                    IntStream.range(0, customers).mapToObj(i -> customer()).toList());
        }

        private Customer customer() {
            return new Customer(
                    random.nextInt(50),
                    random.nextInt(50),
                    1 + random.nextInt(4),
                    PATTERNS.get(random.nextInt(PATTERNS.size())));
        }
    }

    /** Rounds of vehicles that each have their driver, whose work is their road and ten units a visit. */
    private record SharedRounds(EuclideanRounds rounds, List<Slot> slots) implements TourSearch.Rules {

        static SharedRounds of(CordeauFile file) {
            EuclideanRounds rounds = new EuclideanRounds(file);
            return new SharedRounds(
                    rounds,
                    IntStream.range(0, rounds.slots().size())
                            .mapToObj(slot -> new Slot(rounds.slots().get(slot).day(), slot % file.vehicles(), 0))
                            .toList());
        }

        @Override
        public int calls() {
            return rounds.calls();
        }

        @Override
        public List<Pattern> patterns(int call) {
            return rounds.patterns(call);
        }

        @Override
        public Cost cost(int slot, BitSet calls) {
            Cost cost = rounds.cost(slot, calls);
            return cost.equals(Cost.FORBIDDEN)
                    ? cost
                    : new Cost(cost.road(), cost.road() + 10_000_000L * calls.cardinality());
        }

        @Override
        public long distance(int call, int other) {
            return rounds.distance(call, other);
        }
    }

    private static final int FEWER_STEPS = 1_000;

    /** What the search adds up is what is counted from the days alone. */
    @RepeatedTest(10)
    void makesACalendarThatHolds(RepetitionInfo repetition) {
        TourQuestion question = new AnyVisits(Seeds.random(repetition)).question(6, 2, 5);
        DayRounds rules = AnyVisits.rounds(question);

        List<@Nullable Placement> found = foundOf(rules);

        TourCheck check = TourCheck.of(question, new TourCalendar(tours(rules, found)));
        Levels levels = new TourSearch.Answer(rules, found).levels();
        assertThat(check.breaches()).isEmpty();
        assertThat(check.levels().getFirst().unserved()).isEqualTo(levels.lost());
        assertThat(check.levels().getFirst().road()).isEqualTo(levels.road());
        assertThat(check.levels().getFirst().spread()).isEqualTo(levels.spread());
    }

    @RepeatedTest(6)
    void findsWhatTryingAllPlacementsOfVisitsFinds(RepetitionInfo repetition) {
        DayRounds rules = AnyVisits.rounds(new AnyVisits(Seeds.random(repetition)).question(2, 1, 3));

        assertThat(new TourSearch.Answer(rules, foundOf(rules)).levels()).isEqualTo(EveryPlacement.best(rules));
    }

    private static List<@Nullable Placement> foundOf(TourSearch.Rules rules) {
        return TourSearch.find(rules, FEWER_STEPS, 1);
    }

    /** The days that hold visits where an answer says. */
    private static List<DayTour> tours(DayRounds rules, List<@Nullable Placement> placements) {
        TourSearch.Answer answer = new TourSearch.Answer(rules, placements);
        return IntStream.range(0, rules.slots().size())
                .filter(slot -> !answer.marks(slot).isEmpty())
                .boxed()
                .flatMap(slot -> rules.tour(slot, answer.marks(slot)).stream())
                .toList();
    }

    /** Ordinary cycles of a few étapes, half an hour from each other at most, for animateurs who work two days a week. */
    private record AnyVisits(Random random) {

        /** A week of a thousand minutes: fewer visits than days fit into it. */
        private static final WorkingDay DAY = TourCases.day(360, 600, 720, 1_000);

        private static final TourTerms TERMS = TourCases.terms(DAY);

        TourQuestion question(int stops, int animateurs, int mostAsked) {
            return new TourQuestion(
                    new TourDates(MONDAY, TourDates.CYCLE, Set.of(), List.of()),
                    IntStream.range(0, stops).mapToObj(i -> stop(i, mostAsked)).toList(),
                    IntStream.range(0, animateurs).mapToObj(this::animateur).toList(),
                    ESTIMATED,
                    TERMS,
                    List.of());
        }

        private TourStop stop(int number, int mostAsked) {
            return new TourStop(
                    point("place:" + number),
                    EPCI,
                    "Lieu " + number,
                    List.of(),
                    1 + random.nextInt(mostAsked),
                    random.nextBoolean() ? LIBRARY : HALL,
                    List.of(),
                    12,
                    true);
        }

        private TourAnimateur animateur(int number) {
            TreeSet<WorkHalf> worked = IntStream.of(random.nextInt(3), 3 + random.nextInt(2))
                    .boxed()
                    .flatMap(weekday ->
                            halves(List.of(List.of(JourOuvrable.values()).get(weekday)), DemiJournee.values()).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            return TourCases.animateur("A-0" + number, point("home:A-0" + number), List.of(), worked);
        }

        private TourPoint point(String key) {
            return new TourPoint(key, key, 49 + random.nextDouble() / 10, 3 + random.nextDouble() / 10);
        }

        /** The ways to hold each visit. */
        static List<List<StopPattern>> visits(TourQuestion question) {
            return IntStream.range(0, question.stops().size())
                    .boxed()
                    .flatMap(stop -> VisitPattern.rhythms(
                                    question.stops().get(stop).asked())
                            .stream()
                            .map(rythme -> ways(question, stop, rythme)))
                    .toList();
        }

        private static List<StopPattern> ways(TourQuestion question, int stop, Rythme rythme) {
            return IntStream.range(0, question.animateurs().size())
                    .boxed()
                    .flatMap(animateur -> question.animateurs().get(animateur).worked().stream()
                            .filter(when -> isPossible(question, stop, animateur, when))
                            .flatMap(when -> VisitPattern.of(rythme, when).stream())
                            .map(pattern -> new StopPattern(stop, animateur, rythme, pattern)))
                    .toList();
        }

        /** The search's question of them: every session of a way can stand. */
        static DayRounds rounds(TourQuestion question) {
            return new DayRounds(
                    question, visits(question), way -> way.pattern().weeks().size());
        }

        private static boolean isPossible(TourQuestion question, int stop, int animateur, WorkHalf when) {
            TourVisit visit = TourVisit.of(question.stops().get(stop), when.half(), DAY);
            return new DayPlanner(question)
                    .best(
                            question.animateurs().get(animateur),
                            MONDAY.plusDays(when.day().getValue() - 1L),
                            List.of(visit))
                    .isPresent();
        }
    }

    /** The best levels of a small question, by trying all placements of all calls. */
    static final class EveryPlacement {

        private final Rules rules;
        private final TourSearch.Answer answer;
        private Levels best = Levels.FORBIDDEN;

        private EveryPlacement(Rules rules) {
            this.rules = rules;
            this.answer = new TourSearch.Answer(rules, Collections.nCopies(rules.calls(), null));
        }

        static Levels best(Rules rules) {
            EveryPlacement every = new EveryPlacement(rules);
            every.tryFrom(0);
            return every.best;
        }

        static Levels levels(Rules rules, List<@Nullable Placement> placements) {
            return new TourSearch.Answer(rules, placements).levels();
        }

        private void tryFrom(int call) {
            if (call == rules.calls()) {
                Levels levels = answer.levels();
                best = levels.compareTo(best) < 0 ? levels : best;
                return;
            }
            for (Placement placement : placements(call)) {
                answer.put(call, placement);
                tryFrom(call + 1);
            }
            answer.put(call, null);
            tryFrom(call + 1);
        }

        private List<Placement> placements(int call) {
            List<List<Integer>> slotsOfDays = TourSearch.slotsOfDays(rules.slots());
            List<Placement> all = new ArrayList<>();
            for (int pattern = 0; pattern < rules.patterns(call).size(); pattern++) {
                int number = pattern;
                slots(slotsOfDays, rules.patterns(call).get(pattern).days())
                        .forEach(slots -> all.add(new Placement(number, slots)));
            }
            return all;
        }

        /** Every way to give each of some days one of its slots. */
        private static Stream<List<Integer>> slots(List<List<Integer>> slotsOfDays, List<Integer> days) {
            Stream<List<Integer>> all = Stream.of(List.of());
            for (int day : days) {
                all = all.flatMap(before -> slotsOfDays.get(day).stream()
                        .map(slot ->
                                Stream.concat(before.stream(), Stream.of(slot)).toList()));
            }
            return all;
        }
    }
}
