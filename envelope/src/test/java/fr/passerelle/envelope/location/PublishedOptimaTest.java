package fr.passerelle.envelope.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import fr.passerelle.envelope.location.FacilityModel.FacilityProblem;
import fr.passerelle.local.test.PublishedFile;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Optima that others have published, found again by the solver of the product: location problems of the OR-Library. They stay outside the
 * repository, in a folder that the system property {@code passerelle.optimum} names, and {@code .ci/run} where it finds it. Without it the
 * tests are skipped: the root pom exempts this class by its name.
 */
@Tag("proof")
class PublishedOptimaTest {

    private static final String FOLDER = "passerelle.optimum";

    /** Capacitated warehouses, and the p-median problem (J. E. Beasley). */
    private static final String WAREHOUSES = """
        cap71.txt | 16 50 | 932615.75000
        cap73.txt | 16 50 | 1010641.45000
        cap74.txt | 16 50 | 1034976.97500
        cap101.txt | 25 50 | 796648.43750
        cap102.txt | 25 50 | 854704.20000
        cap104.txt | 25 50 | 928941.75000
        cap131.txt | 50 50 | 793439.56250
        cap133.txt | 50 50 | 893076.71250
        cap134.txt | 50 50 | 928941.75000
        """;

    /** Told as all costs are here, in hundred-thousandths. */
    private static final String MEDIANS = "pmed1.txt | 100 200 5 | 0.05819";

    @TestFactory
    Stream<DynamicTest> opensTheWarehousesOfThePublishedOptimum() {
        return tests(WAREHOUSES, OrLibrary::warehouses);
    }

    @TestFactory
    Stream<DynamicTest> opensTheMediansOfThePublishedOptimum() {
        return tests(MEDIANS, OrLibrary::medians);
    }

    private static Stream<DynamicTest> tests(String table, Function<Path, FacilityProblem> read) {
        String folder = System.getProperty(FOLDER);
        return PublishedFile.table(table)
                .map(problem -> dynamicTest(problem.name(), () -> {
                    assumeTrue(folder != null, "name the folder of the problems in -D" + FOLDER);
                    Path file = problem.in(Path.of(folder));
                    assertThat(solved(file, read.apply(file))).isEqualTo(OrLibrary.amount(problem.cost()));
                }));
    }

    private static long solved(Path file, FacilityProblem problem) {
        try (FacilityModel model = new FacilityModel(problem)) {
            FacilityModel.Answer answer = model.leastCost();
            System.out.printf(
                    "%s: %d, bound %d, %s%n", file.getFileName(), answer.cost(), answer.bound(), answer.open());
            assertThat(answer.proven()).isTrue();
            return answer.cost();
        }
    }
}
