package fr.passerelle.proof;

import fr.passerelle.local.process.PrivateFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The input files of the proofs, as arguments of {@code nightly}. */
final class Inputs {

    private static final Path DEMONSTRATION = Tree.root().resolve("dev/demo/data");

    /** The folder of the cases computed by hand in docs/worked-cases.md. */
    static final Path WORKED = Tree.root().resolve("dev/proof/src/test/resources/worked");

    private static final String FIRST_DAY = "2015-11-01";
    private static final int PERIOD_START = 2;
    private static final int ONE_IN = 4;

    private Inputs() {}

    /** The demonstration: a reconstruction. */
    static List<String> demonstration() {
        return and(
                night(DEMONSTRATION),
                demonstration("frequentation-sablons.csv"),
                demonstration("frequentation-saint-quentinois.xlsx"),
                demonstration("frequentation-est-de-la-somme.csv"),
                "--sites",
                demonstration("sites.csv"),
                "--territoires",
                demonstration("territoires.csv"),
                "--mapping",
                demonstration("mappings"),
                "--besoins",
                demonstration("besoins.csv"));
    }

    /** The path of a file of the demonstration. */
    static String demonstration(String name) {
        return DEMONSTRATION.resolve(name).toString();
    }

    /** The cases computed by hand in docs/worked-cases.md. */
    static List<String> workedCases() {
        return night(WORKED);
    }

    /** The same, computed again though nothing is new. */
    static List<String> forced() {
        return and(workedCases(), "--force");
    }

    static List<String> night(Path folder) {
        return Deployments.words(
                "nightly --rooms %s --intercommunalites %s --attendance %s",
                folder.resolve("salles.csv"),
                folder.resolve("intercommunalites.csv"),
                folder.resolve("frequentation.csv"));
    }

    /** A night and more words. */
    static List<String> and(List<String> night, String... more) {
        return Stream.concat(night.stream(), Stream.of(more)).toList();
    }

    /** A night that reads another file, the first of an option. */
    static List<String> with(List<String> night, String option, Path file) {
        List<String> changed = new ArrayList<>(night);
        changed.set(night.indexOf(option) + 1, file.toString());
        return changed;
    }

    /** The file that a night reads, the first of an option. */
    static Path file(List<String> night, String option) {
        return Path.of(night.get(night.indexOf(option) + 1));
    }

    /**
     * A night of thousands of rows of the demonstration: its whole inventory, and one in four of the sessions scored.
     */
    static List<String> extract() {
        return with(demonstration(), "--attendance", attendance());
    }

    /** Written once; two JVMs that write it write the same. */
    private static synchronized Path attendance() {
        Path file = Tree.root().resolve("dev/proof/target/extract/frequentation.csv");
        if (!Files.exists(file)) {
            Path folder = PrivateFiles.unchecked(() -> Files.createDirectories(file.getParent()));
            Path draft = PrivateFiles.unchecked(() -> Files.createTempFile(folder, "frequentation", ".csv"));
            Tree.write(draft, register(Inputs::oneInFour));
            PrivateFiles.move(draft, file);
        }
        return file;
    }

    /** The register of the demonstration: its header, and what is made of its rows. */
    static String register(UnaryOperator<Stream<String>> rows) {
        var lines =
                Tree.read(DEMONSTRATION.resolve("frequentation.csv")).lines().toList();
        return Stream.concat(lines.stream().limit(1), rows.apply(lines.stream().skip(1)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static Stream<String> oneInFour(Stream<String> rows) {
        var recent = rows.filter(line -> line.split(";", -1)[PERIOD_START].compareTo(FIRST_DAY) >= 0)
                .toList();
        return Stream.iterate(0, i -> i < recent.size(), i -> i + ONE_IN).map(recent::get);
    }
}
