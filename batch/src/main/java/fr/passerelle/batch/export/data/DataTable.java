package fr.passerelle.batch.export.data;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A table ready to be written in any format.
 *
 * @param located whether its rows are places
 * @param content its rows in their order; asked for anew each time it is written, so that large tables never are in memory as cells
 */
public record DataTable(List<Column> columns, boolean located, Supplier<Stream<Row>> content) {

    /** Its rows, in their order. */
    public Stream<Row> rows() {
        return content.get();
    }
}
