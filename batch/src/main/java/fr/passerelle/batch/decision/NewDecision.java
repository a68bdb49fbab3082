package fr.passerelle.batch.decision;

import fr.passerelle.published.decision.DecisionRefused;
import fr.passerelle.published.decision.KeptText;
import fr.passerelle.schemas.event.DecisionKind;
import java.time.LocalDate;

/**
 * A decision as a person records it. Its texts have their spaces made single.
 *
 * @param about SIREN of an EPCI, or identifier of a room
 * @param organ that decided
 * @param act its number
 * @param role of who records it
 * @param account opaque: letters and a number, or a UUID
 */
public record NewDecision(
        String about,
        DecisionKind kind,
        String organ,
        String act,
        LocalDate decidedOn,
        String motive,
        String role,
        String account) {

    /** @throws DecisionRefused when a text is empty, too long, or holds what looks like a person; when the account may be a name */
    public NewDecision {
        organ = KeptText.of("L'organe", organ);
        act = KeptText.of("L'acte", act);
        motive = KeptText.of("Le motif", motive);
        role = KeptText.of("Le rôle", role);
        account = KeptText.account(account);
    }
}
