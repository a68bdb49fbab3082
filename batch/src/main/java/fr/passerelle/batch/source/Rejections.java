package fr.passerelle.batch.source;

import fr.passerelle.batch.source.reject.CorrectedRow;
import fr.passerelle.batch.source.reject.Reason;
import fr.passerelle.batch.source.reject.Rejected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rejects and the corrections of one file.
 *
 * @param file its name
 * @param header names of the schema's columns, in order
 */
public record Rejections(String file, String sha256, List<String> header) {

    /** Refuses a row. The message is for the user, in French, and quotes no cell. */
    public Rejected refuse(Row row, @Nullable String column, Reason reason, String message) {
        return new Rejected(file, sha256, row.line(), row.ordinal(), column, reason.name(), message, cells(row));
    }

    /** The corrections of a row that is taken. */
    public CorrectedRow corrected(Row row) {
        return new CorrectedRow(file, sha256, row.line(), row.ordinal(), row.corrections());
    }

    private Map<String, String> cells(Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), row.text(i));
        }
        return cells;
    }
}
