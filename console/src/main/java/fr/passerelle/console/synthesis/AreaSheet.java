package fr.passerelle.console.synthesis;

import fr.passerelle.console.epci.EpciRows;
import fr.passerelle.console.epci.EpciRows.EpciRow;
import fr.passerelle.console.figure.AreaFigures;
import fr.passerelle.console.figure.SynthesisArea;
import fr.passerelle.console.home.PendingTasks;
import fr.passerelle.console.map.Maps;
import fr.passerelle.console.map.Mark.MarkCount;
import fr.passerelle.console.map.RegionMap;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.conversion.Departement;
import fr.passerelle.rules.explanation.SigningObstacle;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Plan;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run says of an area, for one side of paper.
 *
 * @param rows its EPCIs, by SIREN
 * @param waits what waits for a person, but for what is a reserve
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

    /**
     * What one obstacle keeps from being signed.
     *
     * @param lines the first EPCIs that it is of, by name
     */
    record SignatureReserve(SigningObstacle obstacle, List<Line> lines, int others) {

        /** So many fit on a side of paper under each obstacle. */
        private static final int TOLD = 6;

        /**
         * An EPCI.
         *
         * @param told the places that it is about, or the fall; empty where it is the whole plan
         */
        record Line(String siren, String name, String told) {}

        /** All that hold of the plans of an area. */
        static List<SignatureReserve> of(SynthesisArea area) {
            return Arrays.stream(SigningObstacle.values())
                    .map(obstacle -> of(obstacle, obstacle.among(area.plans())))
                    .filter(reserve -> !reserve.lines().isEmpty())
                    .toList();
        }

        private static SignatureReserve of(SigningObstacle obstacle, List<Plan> plans) {
            return new SignatureReserve(
                    obstacle,
                    plans.stream()
                            .limit(TOLD)
                            .map(plan -> new Line(plan.getEpci(), plan.getName(), told(obstacle, plan)))
                            .toList(),
                    Math.max(0, plans.size() - TOLD));
        }

        private static String told(SigningObstacle obstacle, Plan plan) {
            return obstacle == SigningObstacle.PROXIMITE
                    ? PendingTasks.fall(plan)
                    : String.join(", ", obstacle.places(plan));
        }

        /** How many EPCIs it is of. */
        public int epcis() {
            return lines.size() + others;
        }
    }
}
