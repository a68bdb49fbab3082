package fr.passerelle.cli.dataset;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of a dataset.
 *
 * @param cells one a column, of the column's kind; null where empty
 * @param path where it is: a point, or those of a line; empty where that is unknown, or the table has no places
 */
public record DataRow(List<@Nullable Object> cells, List<Point> path) {

    DataRow with(@Nullable Object cell) {
        List<@Nullable Object> more = new ArrayList<>(cells);
        more.add(cell);
        return new DataRow(more, path);
    }
}
