package fr.passerelle.optimum.tour.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import fr.passerelle.optimum.tour.search.PeriodicCheck.VehicleRound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Periodic problems that others have published (J.-F. Cordeau's collection), by the search of the product. They stay outside the repository,
 * in {@code pvrp} of a folder that the system property {@code passerelle.optimum} names. Without it the tests are skipped, also on the build
 * machine: the root pom exempts this class by its name. Two problems are solved, with {@code passerelle.optimum.all=true} every one.
 */
@Tag("proof")
class PublishedToursTest {

    private static final String FOLDER = "passerelle.optimum";
    private static final int STEPS = 100_000;
    private static final long SEED = 1;

    private static final double MOST_PERCENT = 5;
    private static final double MOST_PERCENT_OF_P01 = 1;

    @TestFactory
    Stream<DynamicTest> comesNearWhatWasPublished() {
        String folder = System.getProperty(FOLDER);
        if (folder == null) {
            return Stream.of(
                    dynamicTest("pvrp/p*", () -> assumeTrue(false, "name the folder of the problems in -D" + FOLDER)));
        }
        List<Path> files = files(Path.of(folder, "pvrp"));
        assertThat(files).isNotEmpty();
        List<Double> gaps = new ArrayList<>();
        Stream<DynamicTest> each = files.stream().map(file -> dynamicTest(name(file), () -> gaps.add(gap(file))));
        return Stream.concat(each, Stream.of(dynamicTest("mean", () -> assertMean(gaps))));
    }

    private static void assertMean(List<Double> gaps) {
        double mean = gaps.stream().mapToDouble(gap -> gap).average().orElseThrow();
        System.out.printf("mean of %d: %.2f %%%n", gaps.size(), mean);
        assertThat(mean).isLessThanOrEqualTo(MOST_PERCENT);
    }

    private static double gap(Path file) {
        CordeauFile problem = CordeauFile.read(file);
        long began = processorNanos();
        List<VehicleRound> rounds = rounds(problem);
        double seconds = (processorNanos() - began) / 1e9;
        double cost = PeriodicCheck.cost(problem, rounds);
        double published = CordeauFile.published(file);
        double gap = 100 * (cost / published - 1);
        System.out.printf("%s: %.2f, published %.2f, %+.2f %%, %.1f s%n", name(file), cost, published, gap, seconds);
        if (name(file).equals("p01")) {
            assertThat(gap).isLessThanOrEqualTo(MOST_PERCENT_OF_P01);
            assertThat(PeriodicCheck.cost(problem, rounds(problem)))
                    .as("found again")
                    .isEqualTo(cost);
        }
        return gap;
    }

    private static List<VehicleRound> rounds(CordeauFile problem) {
        EuclideanRounds rules = new EuclideanRounds(problem);
        List<@Nullable CallPlacement> found =
                TourSearch.improve(rules, Collections.nCopies(rules.calls(), null), STEPS, SEED);
        PlacedCalls placed = PlacedCalls.of(rules, found);
        return IntStream.range(0, rules.slots())
                .mapToObj(slot -> new VehicleRound(
                        rules.day(slot),
                        slot % problem.vehicles(),
                        rules.sketch(slot, placed.round(slot)).order()))
                .toList();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).matches(Boolean.getBoolean(FOLDER + ".all") ? "p\\d+" : "p0[13]"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
