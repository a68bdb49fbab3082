package fr.passerelle.calendar.solver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.solver.CordeauFile.Customer;
import fr.passerelle.calendar.solver.TourSearch.Cost;
import fr.passerelle.calendar.solver.TourSearch.Levels;
import fr.passerelle.calendar.solver.TourSearch.Pattern;
import fr.passerelle.calendar.solver.TourSearch.Placement;
import fr.passerelle.calendar.solver.TourSearch.Rules;
import fr.passerelle.calendar.solver.TourSearch.Slot;
import fr.passerelle.rules.frequentation.Seeds;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

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
        Rules again = new EuclideanRounds(new AnyCustomers(new Random(23)).file(40, 40));

        assertThat(found(again)).isEqualTo(found(rules));
    }

    @Test
    void answersWithoutACall() {
        Rules rules = new EuclideanRounds(new AnyCustomers(new Random(25)).file(0, 1));

        assertThat(found(rules)).isEmpty();
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
}
