package fr.passerelle.published.audit;

import fr.passerelle.schemas.text.Formulas;
import java.util.List;
import java.util.Objects;

/** The columns of an export of the audit, for a spreadsheet. */
public final class AuditColumns {

    /** Their names. */
    public static final List<String> HEADER = List.of("rang", "moment", "compte", "geste", "sur", "issue", "motif");

    private AuditColumns() {}

    /** What they hold for a line; a cell that a spreadsheet would compute has an apostrophe before it. */
    public static List<String> line(AuditEntry entry) {
        return List.of(
                Long.toString(entry.no()),
                entry.doneAt().toString(),
                entry.accountId(),
                entry.action(),
                Formulas.guarded(entry.subject()),
                entry.outcome(),
                Formulas.guarded(Objects.requireNonNullElse(entry.motive(), "")));
    }
}
