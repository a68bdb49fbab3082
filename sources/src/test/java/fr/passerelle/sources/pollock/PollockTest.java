package fr.passerelle.sources.pollock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Pollock, a benchmark of reading damaged files (Hasso-Plattner-Institut): 2,290 files, each with what it should be read as. They stay
 * outside the repository, in a folder that the system property {@code passerelle.pollock} or the variable PASSERELLE_POLLOCK names, and
 * {@code .ci/run} where it finds it. Without it the tests are skipped: the root pom exempts this class by its name.
 */
@Tag("proof")
class PollockTest {

    private static final String FOLDER = folder();
    private static final int FILES = 2_290;
    private static final double RAW = 9.95;
    private static final double IMPORTED = 9.95;

    @Test
    void readsThemAsTheirAuthorsDeclareThem() {
        List<PollockFile> files = files();

        double score = score("raw", files, files.stream().map(Loaded::raw).toList());

        assertThat(isWhole(files) && score < RAW).as("raw: %s", score).isFalse();
    }

    @Test
    void importsThemWithoutAWrongRowThatNoRejectTells() {
        List<PollockFile> files = files();
        List<Loaded> loaded = files.stream().map(Loaded::imported).toList();

        double score = score("as imported", files, loaded);

        List<String> silent = IntStream.range(0, files.size())
                .filter(i -> loaded.get(i).isWrongInSilence(files.get(i)))
                .mapToObj(i -> files.get(i).name())
                .toList();
        System.out.println("Pollock, other than the clean file and without a reject: " + silent);
        assertThat(isWhole(files) && score < IMPORTED)
                .as("as imported: %s", score)
                .isFalse();
        assertThat(isWhole(files) ? silent : List.of()).isEmpty();
    }

    /** Else it is another set of files, such as the authors' survey: its figures are told, and nothing is asked of them. */
    private static boolean isWhole(List<PollockFile> files) {
        return files.size() == FILES;
    }

    private static double score(String how, List<PollockFile> files, List<Loaded> loaded) {
        List<Measures> measures = IntStream.range(0, files.size())
                .mapToObj(i -> loaded.get(i).measures(files.get(i)))
                .toList();
        System.out.printf(
                "Pollock, %s: %.4f of 10 over %d files, %d refused; success, then precision, recall and F1 of header,"
                        + " records and cells: %s%n",
                how,
                mean(measures, Measures::sum),
                files.size(),
                loaded.stream().filter(Loaded::isRefused).count(),
                IntStream.range(0, 10)
                        .mapToObj(i -> "%.4f"
                                .formatted(
                                        mean(measures, measure -> measure.all().get(i))))
                        .toList());
        return mean(measures, Measures::sum);
    }

    private static double mean(List<Measures> measures, Function<Measures, Double> one) {
        return measures.stream().mapToDouble(one::apply).average().orElse(0);
    }

    private static List<PollockFile> files() {
        return FOLDER.isEmpty() || !Files.isDirectory(Path.of(FOLDER))
                ? abort("Pollock is not here: name its folder (csv, clean, parameters) in passerelle.pollock or"
                        + " PASSERELLE_POLLOCK")
                : PollockFile.all(Path.of(FOLDER));
    }

    private static String folder() {
        String variable = System.getenv("PASSERELLE_POLLOCK");
        return System.getProperty("passerelle.pollock", variable == null ? "" : variable);
    }
}
