package fr.passerelle.published.difference;

import fr.passerelle.published.decision.KnownDecision;
import fr.passerelle.schemas.event.Ecart;
import java.util.List;

/**
 * What differs for one EPCI.
 *
 * @param epci SIREN, or SANS-EPCI for the rooms that have none
 * @param things its plan first, then its rooms by identifier
 * @param euros by line and by budget year, those that are equal too; empty where there is no plan
 * @param gaps what the replay finds otherwise than what was notified, which stays
 * @param decisions on the EPCI and its rooms that are on the log, in the order in which they were recorded
 */
public record EpciDiff(
        String epci,
        String name,
        List<ThingDiff> things,
        List<EuroLine> euros,
        List<Ecart> gaps,
        List<KnownDecision> decisions) {

    /** Whether an amount differs. */
    public boolean costsOtherwise() {
        return euros.stream().anyMatch(EuroLine::differs);
    }
}
