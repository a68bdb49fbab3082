package fr.passerelle.schemas.table;

/**
 * What the physical lines of a file are: {@code all = announcing + preamble + header + rows + inside + controls + blank + refused}. Of a
 * sheet, its rows.
 *
 * @param all counted by themselves, whatever stands on them
 * @param announcing lines that only say which sign separates the cells
 * @param rows first lines of records whose cells can be told apart, taken or not
 * @param inside further lines of these, of cells that have several
 * @param controls lines of totals and of repeated headers
 * @param blank lines on which nothing stands
 * @param refused lines of records whose cells cannot be told apart
 */
public record FileLines(
        long all,
        long announcing,
        long preamble,
        long header,
        long rows,
        long inside,
        long controls,
        long blank,
        long refused) {

    /** No line. */
    public static final FileLines NONE = new FileLines(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Both together. */
    public FileLines plus(FileLines other) {
        return new FileLines(
                all + other.all,
                announcing + other.announcing,
                preamble + other.preamble,
                header + other.header,
                rows + other.rows,
                inside + other.inside,
                controls + other.controls,
                blank + other.blank,
                refused + other.refused);
    }

    /** How many lines are none of these; negative where some are counted twice. */
    public long gap() {
        return all - announcing - preamble - header - rows - inside - controls - blank - refused;
    }

    /** How people are told on which lines something stands. */
    public static final class LineSpan {

        private LineSpan() {}

        /** A line, or the first and the last of several: {@code 8}, {@code 8 à 11}. */
        public static String of(long line, int lines) {
            return lines > 1 ? line + " à " + (line + lines - 1) : Long.toString(line);
        }
    }
}
