package fr.passerelle.proof;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.List;

/** The rows of a CSV that was exported. */
final class CsvRows {

    private CsvRows() {}

    /** Those of a file. */
    static List<NamedCsvRecord> of(Path file, char separator) {
        return of(Tree.read(file), separator);
    }

    /** Those of a text, with or without a byte order mark. */
    static List<NamedCsvRecord> of(String text, char separator) {
        return CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(text.replaceFirst("^\uFEFF", "")).stream()
                .toList();
    }
}
