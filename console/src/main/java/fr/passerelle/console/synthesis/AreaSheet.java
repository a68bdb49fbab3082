package fr.passerelle.console.synthesis;

import fr.passerelle.console.epci.EpciRow;
import fr.passerelle.console.epci.EpciRows;
import fr.passerelle.console.figure.AreaFigures;
import fr.passerelle.console.figure.SynthesisArea;
import fr.passerelle.console.home.PendingTasks;
import fr.passerelle.console.map.Maps;
import fr.passerelle.console.map.MarkCount;
import fr.passerelle.console.map.RegionMap;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.conversion.Departement;
import fr.passerelle.rules.explanation.SigningObstacle;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run says of an area, for one side of paper.
 *
 * @param departements those that have a sheet too
 * @param rules those of the run
 * @param rows its EPCIs, by SIREN
 * @param counts how many of them are proposed what
 * @param waits what waits for a person, but for what is a reserve
 * @param reserves what should not be signed yet
 */
record AreaSheet(
        SynthesisArea area,
        Collection<Departement> departements,
        AreaFigures figures,
        JeuDeRegles rules,
        RegionMap map,
        Map<String, EpciRow> rows,
        List<MarkCount> counts,
        List<PendingTasks> waits,
        List<SignatureReserve> reserves) {

    static AreaSheet of(SynthesisArea area, PublishedResults published, EpciRows rows, Maps maps, PageTexts texts) {
        Map<String, EpciRow> shown = new LinkedHashMap<>(rows.of(published));
        shown.keySet().retainAll(area.epcis());
        return new AreaSheet(
                area,
                SynthesisArea.departements(published),
                AreaFigures.of(area, published),
                published.run().bareme().jeuDeRegles(),
                maps.area(published, area.epcis()),
                shown,
                MarkCount.of(area.plans()),
                PendingTasks.of(published, shown.values(), texts).stream()
                        .filter(task -> !SigningObstacle.isOne(task.kind()))
                        .toList(),
                SignatureReserve.of(area));
    }
}
