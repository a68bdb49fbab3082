package fr.passerelle.published.reject;

import fr.passerelle.schemas.table.LineSpan;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that was refused.
 *
 * @param line of the file, from 1; 0 for what the file says without a line
 * @param lines how many lines it stands for, one after the other
 * @param ordinal place among the rows that this line gives, from 0
 * @param column at fault; null where it is the whole row
 * @param cells by column, masked; empty where they could not be told apart
 */
public record Reject(
        String table,
        String file,
        long line,
        int lines,
        int ordinal,
        @Nullable String column,
        String reason,
        String message,
        Map<String, String> cells) {

    private static final String PLACE = "rejet_decalage";

    /** Its line, or the first and the last of its lines. */
    public String span() {
        return LineSpan.of(line, lines);
    }

    /** Its cells that hold something, on one line; empty where they could not be told apart and only their place was kept. */
    public String shown() {
        return cells.containsKey(PLACE)
                ? ""
                : String.join(
                        " ; ",
                        cells.values().stream().filter(cell -> !cell.isEmpty()).toList());
    }
}
