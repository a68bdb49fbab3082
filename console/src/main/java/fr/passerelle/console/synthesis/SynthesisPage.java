package fr.passerelle.console.synthesis;

import fr.passerelle.console.epci.EpciRows;
import fr.passerelle.console.epci.EpciRows.EpciRow;
import fr.passerelle.console.figure.AreaFigures;
import fr.passerelle.console.figure.AreaFigures.SynthesisArea;
import fr.passerelle.console.home.PendingTasks;
import fr.passerelle.console.home.PendingTasks.Line;
import fr.passerelle.console.map.Maps;
import fr.passerelle.console.map.Mark.MarkCount;
import fr.passerelle.console.map.RegionMap;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.plan.DecisionView;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.DecisionTable;
import fr.passerelle.console.reading.RunCache;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.conversion.Departement;
import fr.passerelle.rules.explanation.SigningObstacle;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Plan;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One side of paper about the region, and one about each département. But for decisions, nothing of them changes between two runs. */
@Controller
class SynthesisPage {

    private static final String REGION = "";

    private final CurrentResults current;
    private final DecisionTable decisions;
    private final RunCache<Map<String, AreaSheet>> sheets;

    SynthesisPage(CurrentResults current, EpciRows rows, Maps maps, DecisionTable decisions, PageTexts texts) {
        this.current = current;
        this.decisions = decisions;
        this.sheets = new RunCache<>(published -> {
            Map<String, AreaSheet> all = new HashMap<>();
            all.put(REGION, AreaSheet.of(SynthesisArea.region(published), published, rows, maps, texts));
            for (Departement one : SynthesisArea.departements(published)) {
                all.put(one.code(), AreaSheet.of(SynthesisArea.of(one, published), published, rows, maps, texts));
            }
            return all;
        });
    }

    @GetMapping("/synthese")
    ModelAndView region() {
        return show(REGION);
    }

    @GetMapping("/synthese/{code}")
    ModelAndView departement(@PathVariable String code) {
        return show(code);
    }

    private ModelAndView show(String code) {
        PublishedResults published = current.get();
        AreaSheet sheet = Optional.ofNullable(sheets.of(published).get(code)).orElseThrow(NotFound::new);
        return new ModelAndView("synthesis/une", "page", SynthesisView.of(sheet, decisions, published));
    }

    /** An area on one side of paper; free are those whose tiers lieu has neither obstacle to a signature nor decision. */
    record SynthesisView(AreaSheet sheet, int decisions, List<DecisionView> latest, List<String> free) {

        private static final int TOLD = 5;

        static SynthesisView of(AreaSheet sheet, DecisionTable decisions, PublishedResults published) {
            Set<String> epcis = sheet.area().epcis();
            Map<String, Integer> counts = decisions.counts(epcis, published.run());
            List<DecisionView> latest = decisions.latest(epcis, published.run(), TOLD).stream()
                    .map(decision -> DecisionView.of(decision, published))
                    .toList();
            List<String> free = SigningObstacle.free(sheet.area().plans()).stream()
                    .filter(plan -> !counts.containsKey(plan.getEpci()))
                    .map(Plan::getName)
                    .toList();
            int all = counts.values().stream().mapToInt(Integer::intValue).sum();
            return new SynthesisView(sheet, all, latest, free);
        }
    }

    /** What a run says of an area, for one side of paper; what waits for a person leaves out what is a reserve. */
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
                    PendingTasks.of(shown.values(), texts).stream()
                            .filter(task -> !SigningObstacle.isOne(task.kind()))
                            .toList(),
                    SignatureReserve.of(area));
        }

        /** What one obstacle keeps from being signed: the first EPCIs, by name, with the places or the fall, unless it is the whole plan. */
        record SignatureReserve(SigningObstacle obstacle, List<Line> lines, int others) {

            /** So many fit on a side of paper under each obstacle. */
            private static final int TOLD = 6;

            /** All that hold of the plans of an area. */
            static List<SignatureReserve> of(SynthesisArea area) {
                return Arrays.stream(SigningObstacle.values())
                        .map(obstacle -> of(obstacle, obstacle.among(area.plans())))
                        .filter(reserve -> !reserve.lines().isEmpty())
                        .toList();
            }

            private static SignatureReserve of(SigningObstacle obstacle, List<Plan> plans) {
                List<Line> lines = plans.stream()
                        .limit(TOLD)
                        .map(plan -> new Line(plan.getEpci(), plan.getName(), told(obstacle, plan)))
                        .toList();
                return new SignatureReserve(obstacle, lines, Math.max(0, plans.size() - TOLD));
            }

            private static String told(SigningObstacle obstacle, Plan plan) {
                return obstacle == SigningObstacle.PROXIMITE
                        ? PendingTasks.fall(plan)
                        : String.join(", ", obstacle.places(plan));
            }

            public int epcis() {
                return lines.size() + others;
            }
        }
    }
}
