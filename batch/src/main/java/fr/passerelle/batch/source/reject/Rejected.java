package fr.passerelle.batch.source.reject;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that is refused: where and why.
 *
 * @param file name of the file
 * @param sha256 of the file
 * @param line physical line on which the row starts, from 1
 * @param ordinal place among the rows that this line gives, from 0
 * @param column column at fault; null where it is the whole row
 * @param reason stable code in capitals
 * @param message in French, for the user; quotes no cell
 * @param cells what the row said, by column, in order, and no more of it than may be kept; empty texts where the cells cannot be told apart
 */
public record Rejected(
        String file,
        String sha256,
        long line,
        int ordinal,
        @Nullable String column,
        String reason,
        String message,
        Map<String, String> cells) {

    /** Without the cells, which may name a person. */
    @Override
    public String toString() {
        return "%s, ligne %d : %s".formatted(file, line, reason);
    }
}
