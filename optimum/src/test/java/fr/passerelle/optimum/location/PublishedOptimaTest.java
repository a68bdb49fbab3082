package fr.passerelle.optimum.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Optima that others have published, found again by the solver of the product: location problems of the OR-Library. They stay outside the
 * repository, in a folder that the system property {@code passerelle.optimum} names. Without it the tests are skipped, also on the build
 * machine: the root pom exempts this class by its name.
 */
@Tag("proof")
class PublishedOptimaTest {

    /** Of the only p-median problem whose file says nothing of its optimum (J. E. Beasley, 1985). */
    private static final long PMED1 = 5_819;

    private static final String FOLDER = "passerelle.optimum";

    @TestFactory
    Stream<DynamicTest> opensTheWarehousesOfThePublishedOptimum() {
        return tests(
                "cap",
                file -> assertThat(solved(file, OrLibrary.warehouses(file)))
                        .isEqualTo(OrLibrary.optimum(beside(file))));
    }

    @TestFactory
    Stream<DynamicTest> opensTheMediansOfThePublishedOptimum() {
        return tests("pmed", file -> {
            assumeTrue(file.endsWith("pmed1.txt") || Files.exists(beside(file)), "no optimum beside " + file);
            assertThat(solved(file, OrLibrary.medians(file)))
                    .isEqualTo(file.endsWith("pmed1.txt") ? PMED1 : OrLibrary.optimum(beside(file)));
        });
    }

    private static long solved(Path file, FacilityProblem problem) {
        try (FacilityModel model = new FacilityModel(problem)) {
            FacilityAnswer answer = model.leastCost();
            System.out.printf(
                    "%s: %d, bound %d, %s%n", file.getFileName(), answer.cost(), answer.bound(), answer.open());
            assertThat(answer.proven()).isTrue();
            return answer.cost();
        }
    }

    private static Stream<DynamicTest> tests(String prefix, Consumer<Path> test) {
        String folder = System.getProperty(FOLDER);
        if (folder == null) {
            return Stream.of(dynamicTest(
                    prefix + "*.txt", () -> assumeTrue(false, "name the folder of the problems in -D" + FOLDER)));
        }
        List<Path> files = files(Path.of(folder), prefix);
        assertThat(files).as("%s*.txt in %s", prefix, folder).isNotEmpty();
        return files.stream().map(file -> dynamicTest(file.getFileName().toString(), () -> test.accept(file)));
    }

    private static List<Path> files(Path folder, String prefix) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(prefix + "\\d+\\.txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".opt");
    }
}
