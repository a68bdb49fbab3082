package fr.passerelle.sources.table;

import fr.passerelle.sources.reject.Flaw;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as the file holds it: texts, stripped, in the order of the file.
 *
 * @param line physical line on which it starts, from 1; for a sheet, number of the row
 * @param lines how many lines it has; those that cannot be told apart are refused as one record
 * @param cells texts, at least {@code count} of them; empty for none
 * @param count how many cells it has; none where they cannot be told apart
 * @param flaw why it cannot be used, null when it can
 */
@SuppressWarnings("ArrayRecordComponent") // one record among millions: no copy
public record RawRow(
        long line,
        int lines,
        String[] cells,
        int count,
        Extent extent,
        @Nullable Flaw flaw) {
    /** No record: what a file says without a line. */
    public static final RawRow NONE = new RawRow(0, 0, new String[0], 0, new Extent(0, 0), null);

    /** Where a record lies, in characters of the decoded text from 0; of a sheet, of its texts. */
    public record Extent(long offset, long length) {}

    /** The text of a cell; empty where the record has no such cell. */
    public String text(int place) {
        return place < count ? cells[place] : "";
    }

    /** The texts, in order. */
    public List<String> texts() {
        return List.of(cells).subList(0, count);
    }
}
