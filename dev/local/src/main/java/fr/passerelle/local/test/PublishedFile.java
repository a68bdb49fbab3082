package fr.passerelle.local.test;

import fr.passerelle.local.process.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A problem that others published, outside the repository: its file, the first line, the best cost as it was written. */
public record PublishedFile(String name, String heading, String cost) {

    /** Those of a table: a row each, its cells parted by bars. */
    public static Stream<PublishedFile> table(String rows) {
        return rows.lines()
                .map(row -> row.split("\\|"))
                .map(cells -> new PublishedFile(cells[0].strip(), cells[1].strip(), cells[2].strip()));
    }

    /** @throws IllegalArgumentException when a folder, or a folder within it, does not hold it */
    public Path in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> name.equals(String.valueOf(file.getFileName())) && heading.equals(first(file)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            folder + " holds no " + name + " that begins with \"" + heading + "\""));
        } catch (IOException e) {
            throw new IllegalArgumentException(folder + " is no folder of published problems", e);
        }
    }

    private static String first(Path file) {
        try (var lines = PrivateFiles.unchecked(() -> Files.lines(file))) {
            return lines.findFirst().orElse("").strip().replaceAll("\\s+", " ");
        }
    }
}
