package fr.passerelle.sources.reject;

import fr.passerelle.schemas.table.FileLines.LineSpan;
import fr.passerelle.schemas.table.TraceColumns;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that is refused, with where it stands and why.
 *
 * @param sha256 of the file
 * @param line physical line on which the row starts, from 1; 0 for what the file says without a line
 * @param lines how many lines it has; more than one also where the rows on them cannot be told apart
 * @param ordinal place among the rows that this line gives, from 0
 * @param column column at fault; null where it is the whole row
 * @param reason stable code in capitals
 * @param message in French, for the user; quotes no cell
 * @param cells what the row said, by column, in order, and no more of it than may be kept; where the cells cannot be told apart they are
 *     empty, and {@link TraceColumns#OFFSET}, {@link TraceColumns#LENGTH} and {@link TraceColumns#HASH} follow
 */
public record RejectedRow(
        String file,
        String sha256,
        long line,
        int lines,
        int ordinal,
        @Nullable String column,
        String reason,
        String message,
        Map<String, String> cells) {
    /** The same of a record whose cells cannot be told apart: nothing of it is kept but where it lies and its hash. */
    public RejectedRow unsplit(long offset, long length, String recordSha256) {
        Map<String, String> traced = new LinkedHashMap<>(cells);
        traced.put(TraceColumns.OFFSET, Long.toString(offset));
        traced.put(TraceColumns.LENGTH, Long.toString(length));
        traced.put(TraceColumns.HASH, recordSha256);
        return new RejectedRow(file, sha256, line, lines, ordinal, column, reason, message, traced);
    }

    /** Without the cells, which may name a person. */
    @Override
    public String toString() {
        return "%s, ligne %s : %s".formatted(file, LineSpan.of(line, lines), reason);
    }
}
