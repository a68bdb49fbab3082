package fr.passerelle.cli.dataset;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table ready to be written in any format.
 *
 * @param located whether its rows are places or lines
 * @param content its rows in their order; asked for anew each time it is written, so that large tables never are in memory as cells
 */
public record DataTable(List<DataColumn> columns, boolean located, Supplier<Stream<DataRow>> content) {

    /** The same with one column more, whose cells are all alike. */
    DataTable with(DataColumn column, @Nullable Object cell) {
        List<DataColumn> more =
                Stream.concat(columns.stream(), Stream.of(column)).toList();
        return new DataTable(more, located, () -> rows().map(row -> row.with(cell)));
    }

    /** Its rows, in their order. */
    public Stream<DataRow> rows() {
        return content.get();
    }
}
