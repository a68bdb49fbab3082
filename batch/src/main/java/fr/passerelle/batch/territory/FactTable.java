package fr.passerelle.batch.territory;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.passerelle.batch.source.table.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A shipped table of facts. */
record FactTable(String sha256, List<NamedCsvRecord> rows) {

    static FactTable load(String name) {
        try (InputStream in = FactTable.class.getResourceAsStream("/facts/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its table of facts " + name);
            }
            byte[] bytes = in.readAllBytes();
            String text = new String(bytes, StandardCharsets.UTF_8);
            return new FactTable(
                    Sha256.of(bytes),
                    CsvReader.builder().ofNamedCsvRecord(text).stream().toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
