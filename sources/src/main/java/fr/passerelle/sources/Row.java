package fr.passerelle.sources;

import fr.passerelle.sources.cell.Column;
import fr.passerelle.sources.reject.CorrectedRow;
import fr.passerelle.sources.reject.RejectedRow;
import java.util.List;

/**
 * A row that respects its Table Schema. Columns are numbered as in the schema, from 0, whatever their order in the file.
 *
 * @param line physical line on which it starts, from 1; of a sheet, number of the row; 0 for what the file says without a line
 * @param lines how many lines it has; 0 for what the file says without a line
 * @param ordinal place among the rows that this line gives, from 0
 * @param cells texts, stripped; empty for none
 * @param values of the columns that are not text, {@link #NONE} where there is none: whole numbers as they are, numbers in units of their
 *     last decimal place, dates in days since 1970-01-01, booleans 0 or 1, one of several texts by its place in the schema; 0 for text
 * @param corrections cells that were corrected
 */
@SuppressWarnings("ArrayRecordComponent") // one row among millions: no copy
public record Row(
        long line,
        int lines,
        int ordinal,
        String[] cells,
        long[] values,
        List<CorrectedRow.CellCorrection> corrections) {
    /** There is no value. */
    public static final long NONE = Column.NONE;

    Row with(String[] others) {
        return new Row(line, lines, ordinal, others, values, corrections);
    }

    /** The text of a column; empty for none. */
    public String text(int column) {
        return cells[column];
    }

    /** Whether a column has something. */
    public boolean has(int column) {
        return !cells[column].isEmpty();
    }

    /** The value of a column that is not text, or {@link #NONE}. */
    public long value(int column) {
        return values[column];
    }

    /** What reading a row gives. */
    public sealed interface RowOutcome {
        /** The row respects the Table Schema. */
        record Accepted(Row row) implements RowOutcome {}

        /** It does not. The row has the cells that are what their column says, the others being empty, and no value. */
        record Refused(Row row, RejectedRow rejected) implements RowOutcome {}

        /** A line of totals, or a header that is repeated: counted, never a row. */
        record Control() implements RowOutcome {}
    }
}
