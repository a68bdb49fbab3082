package fr.passerelle.sources;

import fr.passerelle.sources.reject.CorrectedRow;
import fr.passerelle.sources.reject.RejectReason;
import fr.passerelle.sources.reject.RejectedRow;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rejects and the corrections of one file, with no more of their cells than may be kept.
 *
 * @param file its name
 * @param keeping what may be kept
 */
public record Rejections(String file, String sha256, KeptCells keeping) {

    /** Refuses a row. The message is for the user, in French, and quotes no cell. */
    public RejectedRow refuse(Row row, @Nullable String column, RejectReason reason, String message) {
        return new RejectedRow(
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
