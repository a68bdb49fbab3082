package fr.passerelle.published.reject;

import fr.passerelle.schemas.table.FileLines.LineSpan;
import fr.passerelle.schemas.table.TraceColumns;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A reject as the database keeps it.
 *
 * @param runNo run that refused the row
 * @param line line of the source, from 1; 0 for what the file says without a line
 * @param lines how many lines it stands for, one after the other
 * @param ordinal place among the rows that this line gives, from 0
 * @param column column at fault; null where it is the whole row
 * @param message French sentence: what is wrong and what to do
 * @param cells by column; masked, and empty where they could not be told apart
 */
public record Reject(
        long runNo,
        String source,
        long line,
        int lines,
        int ordinal,
        String table,
        @Nullable String column,
        String reason,
        String message,
        Map<String, String> cells) {

    /** Its line, or the first and the last of its lines. */
    public String span() {
        return LineSpan.of(line, lines);
    }

    /** Its cells that hold something, on one line; empty where they could not be told apart and only their place was kept. */
    public String shown() {
        return cells.containsKey(TraceColumns.OFFSET)
                ? ""
                : cells.values().stream().filter(cell -> !cell.isEmpty()).collect(Collectors.joining(" ; "));
    }
}
