package fr.passerelle.published.dataset;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of a dataset.
 *
 * @param cells one a column, of the column's kind; null where empty
 * @param point where it is; null where that is unknown, or the table has no places
 */
public record DataRow(
        List<@Nullable Object> cells, @Nullable Point point) {

    DataRow with(@Nullable Object cell) {
        List<@Nullable Object> more = new ArrayList<>(cells);
        more.add(cell);
        return new DataRow(more, point);
    }
}
