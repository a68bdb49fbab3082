package fr.passerelle.bench.contender;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The rows of the attendance file by FastCSV, which reads faster than anything else on the JVM. */
final class TypedRows {

    private TypedRows() {}

    static void read(Path file, Consumer<TypedRow> each) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().fieldSeparator(';').ofCsvRecord(file)) {
            boolean header = true;
            for (CsvRecord record : csv) {
                if (!header) {
                    each.accept(TypedRow.of(record));
                }
                header = false;
            }
        }
    }
}
