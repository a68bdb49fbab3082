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

/** Items as a flat table, and where all of it comes from in its last columns. */
final class ItemTable {

    private ItemTable() {}

    static String of(Schema schema, List<? extends IndexedRecord> items, PublishedRun run) {
        List<FlatColumn> columns = FlatColumn.of(schema);
        Map<String, @Nullable Object> provenance = RecordJson.fields(AnswerProvenance.of(run));
        StringWriter table = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().fieldSeparator(';').build(table)) {
            writer.writeRecord(Stream.concat(
                            columns.stream().map(FlatColumn::name),
                            provenance.keySet().stream().map(name -> "publication_" + name))
                    .toList());
            items.forEach(item -> writer.writeRecord(cells(columns, item, provenance)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table.toString();
    }

    private static List<String> cells(
            List<FlatColumn> columns, IndexedRecord item, Map<String, @Nullable Object> provenance) {
        List<String> cells = new ArrayList<>();
        Map<String, @Nullable Object> fields = RecordJson.decimals(item);
        columns.forEach(column -> cells.add(cell(column.cell(fields))));
        provenance.values().forEach(value -> cells.add(cell(value)));
        return cells;
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal decimal -> decimal.toPlainString();
            case Number number -> number.toString();
            case Boolean yes -> yes ? "oui" : "non";
            default -> Formulas.guarded(value.toString());
        };
    }
}
