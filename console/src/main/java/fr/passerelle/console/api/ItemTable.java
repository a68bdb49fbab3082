package fr.passerelle.console.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.passerelle.published.current.PublishedRun;
import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.schemas.text.Formulas;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Items as a table: a column for each field, a list or a record in its cell as JSON, and where all of it comes from in the last columns. */
final class ItemTable {

    private ItemTable() {}

    static String of(Schema schema, List<? extends IndexedRecord> items, PublishedRun run) {
        Map<String, @Nullable Object> provenance = RecordJson.fields(AnswerProvenance.of(run));
        StringWriter table = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().fieldSeparator(';').build(table)) {
            writer.writeRecord(Stream.concat(
                            schema.getFields().stream().map(Schema.Field::name),
                            provenance.keySet().stream().map(name -> "publication_" + name))
                    .toList());
            items.forEach(item -> writer.writeRecord(cells(item, provenance)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table.toString();
    }

    private static List<String> cells(IndexedRecord item, Map<String, @Nullable Object> provenance) {
        List<String> cells = new ArrayList<>();
        RecordJson.fields(item).values().forEach(value -> cells.add(cell(value)));
        provenance.values().forEach(value -> cells.add(cell(value)));
        return cells;
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> Formulas.guarded(text);
            case BigDecimal decimal -> decimal.toPlainString();
            case Number number -> number.toString();
            case Boolean yes -> yes ? "oui" : "non";
            default -> RecordJson.write(value);
        };
    }
}
