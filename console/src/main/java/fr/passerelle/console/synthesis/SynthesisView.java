package fr.passerelle.console.synthesis;

import fr.passerelle.console.epci.EpciRow;
import fr.passerelle.console.map.MarkCount;
import fr.passerelle.console.map.RegionMap;
import fr.passerelle.console.plan.DecisionView;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.decision.DecisionTable;
import fr.passerelle.rules.explanation.SigningObstacle;
import fr.passerelle.schemas.event.Plan;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An area on one side of paper.
 *
 * @param decisions how many are recorded about its EPCIs
 * @param latest the last ones
 * @param free names of the EPCIs that are proposed a tiers lieu, of which no obstacle to a signature is known and no decision is recorded
 */
record SynthesisView(AreaSheet sheet, int decisions, List<DecisionView> latest, List<String> free) {

    private static final int TOLD = 5;

    static SynthesisView of(AreaSheet sheet, DecisionTable decisions, PublishedResults published) {
        Set<String> epcis = sheet.area().epcis();
        Map<String, Integer> counts = decisions.counts(epcis, published.run());
        return new SynthesisView(
                sheet,
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                decisions.latest(epcis, published.run(), TOLD).stream()
                        .map(decision -> DecisionView.of(decision, published))
                        .toList(),
                SigningObstacle.free(sheet.area().plans()).stream()
                        .filter(plan -> !counts.containsKey(plan.getEpci()))
                        .map(Plan::getName)
                        .toList());
    }

    /** What the map is drawn from. */
    public RegionMap map() {
        return sheet.map();
    }

    /** Its EPCIs, by SIREN. */
    public Map<String, EpciRow> rows() {
        return sheet.rows();
    }

    /** How many of them are proposed what. */
    public List<MarkCount> counts() {
        return sheet.counts();
    }
}
