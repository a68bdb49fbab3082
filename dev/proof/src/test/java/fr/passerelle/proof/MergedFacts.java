package fr.passerelle.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The shipped facts after an invented merger: the communes of the Liancourtois and of the Clermontois belong to one EPCI. */
final class MergedFacts {

    private static final String LIANCOURTOIS = "246000129,CC du Liancourtois,CC";
    private static final String CLERMONTOIS = "246000376,CC du Clermontois,CC";
    private static final String MERGED = "200099999,CC du Clermontois et du Liancourtois,CC";

    private MergedFacts() {}

    /** Writes the four tables into a folder. */
    static Path in(Path folder) {
        try (var tables = Files.list(Tree.root().resolve("sources/src/main/resources/facts"))) {
            for (var table : tables.toList()) {
                write(folder, table);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, Path table) throws IOException {
        var text = Files.readString(table)
                .replace(
                        LIANCOURTOIS + ",60,10,23801,49.3197,2.45551,15.2",
                        MERGED + ",60,28,61336,49.34829,2.42241,15.4")
                .replace(CLERMONTOIS + ",60,18,37535,49.36643,2.40139,15.6\n", "")
                .replace(LIANCOURTOIS, MERGED)
                .replace(CLERMONTOIS, MERGED);
        Files.writeString(folder.resolve(table.getFileName().toString()), text);
    }
}
