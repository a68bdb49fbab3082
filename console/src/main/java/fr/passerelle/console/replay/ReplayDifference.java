package fr.passerelle.console.replay;

import fr.passerelle.published.difference.EuroLine;
import fr.passerelle.schemas.event.TotauxExecution;
import java.util.List;

/**
 * What a replay finds otherwise than the run that it is compared with.
 *
 * @param epcis those for which something differs, by name
 * @param unchanged EPCIs for which no conclusion nor amount does
 * @param conclusions proposals whose conclusion differs
 * @param same proposals whose conclusion is the same
 * @param euros in all, by line and by budget year
 */
record ReplayDifference(
        List<EpciChange> epcis,
        int unchanged,
        int conclusions,
        int same,
        TotauxExecution before,
        TotauxExecution after,
        List<EuroLine> euros) {}
