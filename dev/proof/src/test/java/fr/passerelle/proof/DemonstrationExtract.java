package fr.passerelle.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A night of thousands of rows out of the demonstration, for what does not depend on how many there are: its whole inventory, and one in four
 * of the sessions that the score looks at.
 */
final class DemonstrationExtract {

    private static final String FIRST_DAY = "2015-11-01";
    private static final int PERIOD_START = 2;
    private static final int ONE_IN = 4;
    private static final Path DATA = Tree.root().resolve("dev/demo/data");
    private static final Path FILE = Tree.root().resolve("dev/proof/target/extract/frequentation.csv");

    private DemonstrationExtract() {}

    /** The arguments of {@code nightly}. */
    static List<String> night() {
        var arguments = new ArrayList<>(Inputs.demonstration());
        arguments.set(
                arguments.indexOf(DATA.resolve("frequentation.csv").toString()),
                attendance().toString());
        return arguments;
    }

    /** Written once; two JVMs that write it write the same. */
    static synchronized Path attendance() {
        if (!Files.exists(FILE)) {
            write();
        }
        return FILE;
    }

    private static void write() {
        try {
            Files.createDirectories(FILE.getParent());
            var draft = Files.createTempFile(FILE.getParent(), "frequentation", ".csv");
            Files.write(draft, rows());
            Files.move(draft, FILE, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> rows() {
        var lines = Tree.read(DATA.resolve("frequentation.csv")).lines().toList();
        var recent = lines.stream()
                .skip(1)
                .filter(line -> line.split(";", -1)[PERIOD_START].compareTo(FIRST_DAY) >= 0)
                .toList();
        return Stream.concat(
                        lines.stream().limit(1),
                        Stream.iterate(0, i -> i < recent.size(), i -> i + ONE_IN)
                                .map(recent::get))
                .toList();
    }
}
