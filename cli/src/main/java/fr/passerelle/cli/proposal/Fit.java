package fr.passerelle.cli.proposal;

import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.cell.CheckMark;
import fr.passerelle.sources.cell.Column;
import fr.passerelle.sources.cell.Forms;
import fr.passerelle.sources.cell.Periods;
import java.util.List;
import java.util.function.Predicate;

/**
 * How many of the cells of a column that were looked at could be read as a column of the table.
 *
 * @param good those that could
 * @param seen all that are not empty
 */
record Fit(long good, long seen) {

    /** The cells of a column as a column of the table, or as one of the keys that {@link Synonyms} knows. */
    static Fit of(ColumnLook look, TableSchema schema, String target) {
        Forms forms = look.forms();
        return schema.field(target)
                .map(field -> of(look.sample(), readable(field, forms)))
                .orElseGet(() -> of(look.sample(), key(target, schema, forms)));
    }

    /** Whether nothing speaks against it. */
    boolean isWhole() {
        return good == seen;
    }

    /** Whether more speaks against it than for it. */
    boolean isPoor() {
        return 2 * good < seen;
    }

    private static Fit of(List<String> cells, Predicate<String> readable) {
        return new Fit(cells.stream().filter(readable).count(), cells.size());
    }

    private static Predicate<String> readable(Field field, Forms forms) {
        Column column = Column.of(field, forms);
        return cell -> column.value(cell) != Column.INVALID || column.repair(cell) != null;
    }

    private static Predicate<String> key(String target, TableSchema schema, Forms forms) {
        return switch (target) {
            case Synonyms.PERIOD -> cell -> isPeriod(cell, forms);
            case Synonyms.SESSION ->
                schema.field("periode_debut")
                        .map(field -> readable(field, forms))
                        .orElseThrow();
            case Synonyms.YEAR -> cell -> isPeriod(cell, forms);
            case Synonyms.MONTH -> cell -> isPeriod("2000-" + cell, forms) || isPeriod(cell, forms);
            default -> cell -> new CheckMark(forms).of(cell) != CheckMark.State.UNREADABLE;
        };
    }

    private static boolean isPeriod(String text, Forms forms) {
        return Periods.of(text, forms, null) != null;
    }
}
