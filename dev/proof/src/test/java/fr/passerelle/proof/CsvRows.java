package fr.passerelle.proof;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The rows of a CSV that was exported. */
final class CsvRows {

    private CsvRows() {}

    static List<NamedCsvRecord> of(Path file, char separator) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .detectBomHeader(true)
                .ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
