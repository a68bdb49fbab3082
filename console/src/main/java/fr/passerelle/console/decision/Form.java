package fr.passerelle.console.decision;

import fr.passerelle.console.operation.Action;
import fr.passerelle.console.operation.FormArguments;
import fr.passerelle.console.operation.Operation;
import fr.passerelle.console.operation.OperationRefused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision as a person types it.
 *
 * @param objet SIREN, or identifier of a room
 * @param nature notified, accepted, refused or observations
 * @param acte number of the act
 * @param date of the act, YYYY-MM-DD
 * @param organe that decided
 * @param role of who records it
 */
record Form(
        @Nullable String objet,
        @Nullable String nature,
        @Nullable String acte,
        @Nullable String date,
        @Nullable String organe,
        @Nullable String role,
        @Nullable String motif) {

    static final List<String> NATURES = List.of("notified", "accepted", "refused", "observations");

    /** What it is about, as typed; empty where nothing was. */
    String typed() {
        return objet == null ? "" : objet.strip();
    }

    /** @throws OperationRefused where something is not filled in as it must */
    Operation operation(Subject subject, String motive, String account) {
        if (nature == null || !NATURES.contains(nature)) {
            throw new OperationRefused("decisions.refus.nature");
        }
        return new Operation(
                Action.DECIDE,
                subject.id(),
                List.of(
                        "decide",
                        subject.id(),
                        nature,
                        "--act=" + FormArguments.text("decisions.champ.acte", acte),
                        "--date=" + FormArguments.day(date),
                        "--organ=" + FormArguments.text("decisions.champ.organe", organe),
                        "--role=" + FormArguments.text("decisions.champ.role", role),
                        "--why=" + motive,
                        "--by=" + account));
    }
}
