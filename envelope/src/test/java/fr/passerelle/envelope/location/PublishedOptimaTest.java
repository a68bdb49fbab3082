package fr.passerelle.envelope.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import fr.passerelle.envelope.location.FacilityModel.FacilityProblem;
import fr.passerelle.envelope.location.FacilityModel.FacilityProblem.CostRing;
import fr.passerelle.envelope.location.FacilityModel.FacilityProblem.Facility;
import fr.passerelle.envelope.location.FacilityModel.FacilityProblem.NearestCustomer;
import fr.passerelle.envelope.location.FacilityModel.FacilityProblem.SuppliedCustomer;
import fr.passerelle.local.test.PublishedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
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

    /** Problems of the OR-Library (J. E. Beasley) as they are published. Costs are in hundred-thousandths, which all of them are a whole number of. */
    static final class OrLibrary {

        private static final int PLACES = 5;
        private static final int FAR = Integer.MAX_VALUE / 2;

        private OrLibrary() {}

        /** Capacitated warehouse location: m and n; capacity and cost of each warehouse; each customer's demand and its m costs. */
        static FacilityProblem warehouses(Path file) {
            Iterator<String> words = words(file).iterator();
            int warehouses = Integer.parseInt(words.next());
            int customers = Integer.parseInt(words.next());
            List<Facility> facilities = new ArrayList<>();
            for (int i = 0; i < warehouses; i++) {
                long capacity = Long.parseLong(words.next());
                facilities.add(new Facility(amount(words.next()), capacity, false));
            }
            List<SuppliedCustomer> supplied = new ArrayList<>();
            for (int i = 0; i < customers; i++) {
                long demand = Long.parseLong(words.next());
                List<Long> costs = new ArrayList<>();
                for (int j = 0; j < warehouses; j++) {
                    costs.add(amount(words.next()));
                }
                supplied.add(new SuppliedCustomer(demand, costs));
            }
            return new FacilityProblem(facilities, List.of(), supplied, OptionalInt.empty(), 0);
        }

        /** p-median: vertices, edges and p; the edges, of which the last of two holds. The nearest open vertex serves each, by the shortest path. */
        static FacilityProblem medians(Path file) {
            Iterator<String> words = words(file).iterator();
            int vertices = Integer.parseInt(words.next());
            int edges = Integer.parseInt(words.next());
            int opened = Integer.parseInt(words.next());
            int[][] lengths = shortest(edges(words, vertices, edges));
            return new FacilityProblem(
                    Arrays.stream(lengths).map(row -> new Facility(0, 0, false)).toList(),
                    Arrays.stream(lengths).map(OrLibrary::customer).toList(),
                    List.of(),
                    OptionalInt.of(opened),
                    0);
        }

        private static NearestCustomer customer(int... lengths) {
            TreeMap<Integer, List<Integer>> byLength = new TreeMap<>();
            for (int other = 0; other < lengths.length; other++) {
                byLength.computeIfAbsent(lengths[other], length -> new ArrayList<>())
                        .add(other);
            }
            return new NearestCustomer(byLength.headMap(byLength.lastKey()).entrySet().stream()
                    .map(ring -> new CostRing(ring.getValue(), byLength.higherKey(ring.getKey()) - ring.getKey()))
                    .toList());
        }

        private static int[][] edges(Iterator<String> words, int vertices, int edges) {
            int[][] lengths = new int[vertices][vertices];
            for (int one = 0; one < vertices; one++) {
                Arrays.fill(lengths[one], FAR);
                lengths[one][one] = 0;
            }
            for (int edge = 0; edge < edges; edge++) {
                int one = Integer.parseInt(words.next()) - 1;
                int other = Integer.parseInt(words.next()) - 1;
                int length = Integer.parseInt(words.next());
                lengths[one][other] = length;
                lengths[other][one] = length;
            }
            return lengths;
        }

        private static int[][] shortest(int[][] lengths) {
            for (int over = 0; over < lengths.length; over++) {
                for (int[] from : lengths) {
                    for (int to = 0; to < lengths.length; to++) {
                        from[to] = Math.min(from[to], from[over] + lengths[over][to]);
                    }
                }
            }
            return lengths;
        }

        /** An amount as it is written there. */
        static long amount(String decimal) {
            return new BigDecimal(decimal).movePointRight(PLACES).longValueExact();
        }

        private static List<String> words(Path file) {
            try {
                return List.of(Files.readString(file).strip().split("\\s+"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
