package fr.passerelle.console.synthesis;

import fr.passerelle.console.epci.EpciRow;
import fr.passerelle.console.plan.DecisionView;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.decision.RecordedDecision;
import fr.passerelle.published.map.MarkCount;
import fr.passerelle.published.map.RegionMap;
import fr.passerelle.rules.explanation.SigningObstacle;
import fr.passerelle.schemas.event.Plan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An area on one side of paper.
 *
 * @param decisions how many are recorded about its EPCIs
 * @param latest the last ones
 * @param ready names of the EPCIs whose tiers lieu nothing keeps from being signed, and about which no decision is recorded
 */
record SynthesisView(AreaSheet sheet, int decisions, List<DecisionView> latest, List<String> ready) {

    private static final int TOLD = 5;

    static SynthesisView of(AreaSheet sheet, List<RecordedDecision> decisions, PublishedResults published) {
        Set<String> decided =
                decisions.stream().map(one -> one.decision().getEpci()).collect(Collectors.toSet());
        return new SynthesisView(
                sheet,
                decisions.size(),
                decisions.stream()
                        .limit(TOLD)
                        .map(decision -> DecisionView.of(decision, published))
                        .toList(),
                SigningObstacle.free(sheet.area().plans()).stream()
                        .filter(plan -> !decided.contains(plan.getEpci()))
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
