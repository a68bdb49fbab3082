package fr.passerelle.sources;

import fr.passerelle.sources.reject.CorrectedRow;
import fr.passerelle.sources.reject.Reason;
import fr.passerelle.sources.reject.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rejects and the corrections of one file, with no more of their cells than may be kept.
 *
 * @param file its name
 * @param keeping what may be kept
 */
public record Rejections(String file, String sha256, Keeping keeping) {

    /** Refuses a row. The message is for the user, in French, and quotes no cell. */
    public Rejected refuse(Row row, @Nullable String column, Reason reason, String message) {
        return new Rejected(
                file,
                sha256,
                row.line(),
                row.lines(),
                row.ordinal(),
                column,
                reason.name(),
                message,
                keeping.kept(row));
    }

    /** The corrections of a row that is taken. */
    public CorrectedRow corrected(Row row) {
        return new CorrectedRow(file, sha256, row.line(), row.ordinal(), row.corrections());
    }
}
