package fr.passerelle.calendar.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import fr.passerelle.calendar.solver.EuclideanRounds.CordeauFile;
import fr.passerelle.calendar.solver.EuclideanRounds.CordeauFile.Customer;
import fr.passerelle.calendar.solver.PublishedToursTest.PeriodicCheck.VehicleRound;
import fr.passerelle.local.test.PublishedFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Periodic problems that others have published (J.-F. Cordeau's collection), by the search of the product. They stay outside the repository,
 * in {@code pvrp} of a folder that the system property {@code passerelle.optimum} names, and {@code .ci/run} where it finds it. Without it
 * the tests are skipped: the root pom exempts this class by its name. Two problems are solved, with {@code passerelle.optimum.all=true} every one.
 */
@Tag("proof")
class PublishedToursTest {

    private static final String FOLDER = "passerelle.optimum";
    private static final int STEPS = 100_000;
    private static final long SEED = 1;

    private static final double MOST_PERCENT = 2;
    private static final double MOST_PERCENT_OF_P01 = 1;

    /** Vehicles, customers and days are in the first line of each. */
    private static final String PROBLEMS = """
        p01 | 1 3 51 2 | 524.61
        p03 | 1 1 50 5 | 524.61
        p04 | 1 5 75 2 | 835.43
        p06 | 1 1 75 10 | 836.37
        p08 | 1 5 100 5 | 2034.15
        p09 | 1 1 100 8 | 826.14
        p11 | 1 4 139 5 | 779.29
        p13 | 1 9 417 7 | 3511.62
        p15 | 1 2 38 4 | 1862.63
        p16 | 1 2 56 4 | 2875.24
        p17 | 1 4 40 4 | 1597.75
        p18 | 1 4 76 4 | 3147.24
        p19 | 1 4 112 4 | 4834.34
        p20 | 1 4 184 4 | 8367.40
        p21 | 1 6 60 4 | 2184.04
        p22 | 1 6 114 4 | 4271.11
        p23 | 1 6 168 4 | 6602.59
        p24 | 1 3 51 6 | 3687.46
        p25 | 1 3 51 6 | 3777.15
        p26 | 1 3 51 6 | 3795.33
        p27 | 1 6 102 6 | 21956.46
        p28 | 1 6 102 6 | 22934.71
        p29 | 1 6 102 6 | 22909.36
        p30 | 1 9 153 6 | 75016.58
        p31 | 1 9 153 6 | 78179.89
        p32 | 1 9 153 6 | 80479.20
        """;

    @TestFactory
    Stream<DynamicTest> comesNearWhatWasPublished() {
        String folder = System.getProperty(FOLDER);
        if (folder == null) {
            return Stream.of(
                    dynamicTest("pvrp/p*", () -> assumeTrue(false, "name the folder of the problems in -D" + FOLDER)));
        }
        List<Double> gaps = new ArrayList<>();
        Stream<DynamicTest> each = PublishedFile.table(PROBLEMS)
                .filter(problem ->
                        Boolean.getBoolean(FOLDER + ".all") || problem.name().matches("p0[13]"))
                .map(problem -> dynamicTest(problem.name(), () -> gaps.add(gap(problem, Path.of(folder, "pvrp")))));
        return Stream.concat(each, Stream.of(dynamicTest("mean", () -> assertMean(gaps))));
    }

    private static void assertMean(List<Double> gaps) {
        double mean = gaps.stream().mapToDouble(gap -> gap).average().orElseThrow();
        System.out.printf("mean of %d: %.2f %%%n", gaps.size(), mean);
        assertThat(mean).isLessThanOrEqualTo(MOST_PERCENT);
    }

    private static double gap(PublishedFile file, Path folder) {
        CordeauFile problem = CordeauFile.read(file.in(folder));
        long began = processorNanos();
        List<VehicleRound> rounds = rounds(problem);
        double seconds = (processorNanos() - began) / 1e9;
        double cost = PeriodicCheck.cost(problem, rounds);
        double published = Double.parseDouble(file.cost());
        double gap = 100 * (cost / published - 1);
        System.out.printf("%s: %.2f, published %.2f, %+.2f %%, %.1f s%n", file.name(), cost, published, gap, seconds);
        if (file.name().startsWith("p0") || file.name().startsWith("p1")) {
            assertThat(gap).as(file.name()).isLessThanOrEqualTo(MOST_PERCENT);
        }
        if (file.name().equals("p01")) {
            assertThat(gap).isLessThanOrEqualTo(MOST_PERCENT_OF_P01);
            assertThat(PeriodicCheck.cost(problem, rounds(problem)))
                    .as("found again")
                    .isEqualTo(cost);
        }
        return gap;
    }

    private static List<VehicleRound> rounds(CordeauFile problem) {
        EuclideanRounds rules = new EuclideanRounds(problem);
        TourSearch.Answer answer = new TourSearch.Answer(rules, TourSearch.find(rules, STEPS, SEED));
        return IntStream.range(0, rules.slots().size())
                .mapToObj(slot -> new VehicleRound(
                        rules.slots().get(slot).day(),
                        slot % problem.vehicles(),
                        rules.round(slot, answer.marks(slot)).order()))
                .toList();
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Whether rounds answer a periodic problem, and what they cost: counted from its file alone. */
    static final class PeriodicCheck {

        private final CordeauFile file;
        private final Map<Integer, List<Integer>> daysOfCustomers = new HashMap<>();
        private final Set<List<Integer>> used = new HashSet<>();
        private double cost;

        private PeriodicCheck(CordeauFile file) {
            this.file = file;
        }

        /** Customers of a vehicle on a day, in their order. */
        record VehicleRound(int day, int vehicle, int[] customers) {}

        static double cost(CordeauFile file, List<VehicleRound> rounds) {
            PeriodicCheck check = new PeriodicCheck(file);
            rounds.forEach(check::add);
            check.assertPatterns();
            return check.cost;
        }

        private void add(VehicleRound round) {
            assertThat(round.day()).isBetween(0, file.days() - 1);
            assertThat(round.vehicle()).isBetween(0, file.vehicles() - 1);
            assertThat(used.add(List.of(round.day(), round.vehicle())))
                    .as("one round a vehicle and day")
                    .isTrue();
            double load = 0;
            Customer last = file.depot();
            for (int number : round.customers()) {
                Customer customer = file.customers().get(number);
                daysOfCustomers
                        .computeIfAbsent(number, none -> new ArrayList<>())
                        .add(round.day());
                load += customer.demand();
                cost += last.distance(customer);
                last = customer;
            }
            cost += last.distance(file.depot());
            assertThat(load).as("load of %s", round).isLessThanOrEqualTo(file.capacity() + 1e-9);
        }

        private void assertPatterns() {
            for (int customer = 0; customer < file.customers().size(); customer++) {
                List<Integer> days = daysOfCustomers.getOrDefault(customer, List.of()).stream()
                        .sorted()
                        .toList();
                assertThat(file.customers().get(customer).patterns())
                        .as("customer %d", customer)
                        .contains(days);
            }
        }
    }
}
