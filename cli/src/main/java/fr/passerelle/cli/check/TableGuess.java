package fr.passerelle.cli.check;

import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.RawRow;
import fr.passerelle.sources.table.RawTable;
import fr.passerelle.sources.table.RawTables;
import fr.passerelle.sources.table.Reading;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Tells the table of a file in canonical columns by its first record. */
public final class TableGuess {

    private TableGuess() {}

    /**
     * The table whose columns the first record has most of, more than half.
     *
     * @param name what the file is called in messages
     * @throws UnusableFile when the file cannot be read, or its first record is the header of no table
     */
    public static TableSchema of(Path file, String name) {
        List<String> header = header(file, name);
        return TableSchema.all().stream()
                .max(Comparator.comparingLong(table -> common(table, header)))
                .filter(table -> 2 * common(table, header) > header.size())
                .orElseThrow(() -> new UnusableFile(
                        "Le fichier « %s » n'a pas les colonnes d'une table : donnez un mapping par --mapping (« ./passerelle mapping init » en propose un), ou la table par --table."
                                .formatted(name)));
    }

    private static long common(TableSchema table, List<String> header) {
        return header.stream().filter(table.header()::contains).distinct().count();
    }

    private static List<String> header(Path file, String name) {
        try (RawTable table = RawTables.open(file, name, Reading.UNDECLARED)) {
            RawRow first = table.next();
            return first == null ? List.of() : first.texts();
        }
    }
}
