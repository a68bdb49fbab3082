package fr.passerelle.published.difference;

import fr.passerelle.published.decision.KnownDecision;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Ecart;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** Why an amount differs: another seat where there is one, else the first cause on that line, else that of the plan. */
    public Optional<CauseChangement> causeOf(String amount) {
        return ofThePlan()
                .filter(cause ->
                        cause.getLine() == null || cause.getLine().name().equals(amount))
                .findFirst()
                .or(() -> ofThePlan().findFirst());
    }

    /** Why its amounts differ, each reason once. */
    public List<CauseChangement> aidCauses() {
        return Stream.of(AidLineName.values())
                .map(AidLineName::name)
                .filter(line -> euros.stream().anyMatch(euro -> euro.what().equals(line) && euro.differs()))
                .flatMap(line -> causeOf(line).stream())
                .distinct()
                .toList();
    }

    private Stream<CauseChangement> ofThePlan() {
        return things.stream()
                .filter(thing -> thing.type() == ThingDiff.Type.PLAN)
                .flatMap(thing -> thing.causes().stream());
    }
}
