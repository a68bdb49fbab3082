package fr.passerelle.batch.replay;

import fr.passerelle.published.decision.KeptText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replay is asked to be. Its reason has its spaces made single.
 *
 * @param bareme identifier of a shipped barème, or path of a file
 * @param epcis SIREN of those to replay; empty for the whole region, unless rooms are given
 * @param rooms identifiers of rooms: their EPCIs are replayed
 * @param run number of the run up to which it replays; null for the current one
 * @param asOf month, YYYY-MM; null for that of the run
 * @param account opaque: letters and a number, or a UUID
 */
public record ReplayRequest(
        String bareme,
        List<String> epcis,
        List<String> rooms,
        @Nullable Long run,
        @Nullable String asOf,
        String reason,
        String account) {

    /** @throws fr.passerelle.batch.decision.DecisionRefused when the reason is empty or holds what looks like a person, or the account may */
    public ReplayRequest {
        reason = KeptText.of("Le motif", reason);
        account = KeptText.account(account);
    }
}
