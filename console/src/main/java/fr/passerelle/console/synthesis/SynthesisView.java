package fr.passerelle.console.synthesis;

import fr.passerelle.console.epci.EpciRow;
import fr.passerelle.console.home.PendingTasks;
import fr.passerelle.console.plan.DecisionView;
import fr.passerelle.published.map.MarkCount;
import fr.passerelle.published.map.RegionMap;
import fr.passerelle.published.place.Departement;
import fr.passerelle.published.synthesis.AreaFigures;
import fr.passerelle.published.synthesis.SynthesisArea;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * An area on one side of paper.
 *
 * @param departements those that have a sheet too
 * @param kilometres within which one is near a point of mediation
 * @param rows its EPCIs, by SIREN
 * @param decisions recorded about them, the latest first
 * @param ready names of the EPCIs whose tiers lieu nothing keeps from being signed, and about which no decision is recorded
 * @param waits what waits for a person, but for what is a reserve
 * @param reserves what should not be signed yet
 */
record SynthesisView(
        SynthesisArea area,
        Collection<Departement> departements,
        AreaFigures figures,
        BigDecimal kilometres,
        RegionMap map,
        Map<String, EpciRow> rows,
        List<DecisionView> decisions,
        List<String> ready,
        List<PendingTasks> waits,
        List<SignatureReserve> reserves) {

    private static final int TOLD = 5;

    /** How many EPCIs are proposed what. */
    public List<MarkCount> counts() {
        return MarkCount.of(area.plans());
    }

    /** The latest decisions. */
    public List<DecisionView> latest() {
        return decisions.stream().limit(TOLD).toList();
    }
}
