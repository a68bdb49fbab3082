package fr.passerelle.published.difference;

import fr.passerelle.published.replay.Replay;
import fr.passerelle.published.run.Run;
import fr.passerelle.rules.explanation.Changes;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.event.TotauxExecution;
import java.util.List;
import java.util.Map;

/**
 * What a replay finds otherwise than the run that it is compared with.
 *
 * @param before barème of that run
 * @param after barème of the replay
 * @param changes of the conclusions
 * @param epcis those for which something differs, by name
 * @param unchanged EPCIs for which nothing does
 * @param euros of all plans that are compared, by line and by budget year
 * @param names of EPCIs, by SIREN, and of rooms, sites and public places, by identifier
 */
public record Diff(
        Replay replay,
        Run base,
        Bareme before,
        Bareme after,
        Changes changes,
        List<EpciDiff> epcis,
        int unchanged,
        List<EuroLine> euros,
        Map<String, String> names) {

    /** What was proposed in all. */
    public TotauxExecution totalsBefore() {
        return changes.before();
    }

    /** What the replay proposes in all. */
    public TotauxExecution totalsAfter() {
        return changes.after();
    }

    /** Whether one of the two barèmes was not voted. */
    public boolean isIllustration() {
        return before.isIllustration() || after.isIllustration();
    }
}
