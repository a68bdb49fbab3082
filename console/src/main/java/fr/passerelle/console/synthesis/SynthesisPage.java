package fr.passerelle.console.synthesis;

import fr.passerelle.console.epci.EpciRow;
import fr.passerelle.console.epci.EpciRows;
import fr.passerelle.console.home.PendingTasks;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.plan.DecisionView;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.decision.DecisionTable;
import fr.passerelle.published.decision.RecordedDecision;
import fr.passerelle.published.map.Maps;
import fr.passerelle.published.synthesis.AreaFigures;
import fr.passerelle.published.synthesis.SigningObstacle;
import fr.passerelle.published.synthesis.SynthesisArea;
import fr.passerelle.schemas.event.Plan;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One side of paper about the region, and one about each département. */
@Controller
class SynthesisPage {

    private final CurrentResults current;
    private final EpciRows rows;
    private final Maps maps;
    private final DecisionTable decisions;
    private final PageTexts texts;

    SynthesisPage(CurrentResults current, EpciRows rows, Maps maps, DecisionTable decisions, PageTexts texts) {
        this.current = current;
        this.rows = rows;
        this.maps = maps;
        this.decisions = decisions;
        this.texts = texts;
    }

    @GetMapping("/synthese")
    String region(Model model) {
        PublishedResults published = current.get();
        return show(SynthesisArea.region(published), published, model);
    }

    @GetMapping("/synthese/{code}")
    String departement(@PathVariable String code, Model model) {
        PublishedResults published = current.get();
        return show(SynthesisArea.of(code, published).orElseThrow(NotFound::new), published, model);
    }

    private String show(SynthesisArea area, PublishedResults published, Model model) {
        Map<String, EpciRow> shown = new LinkedHashMap<>(rows.of(published));
        shown.keySet().retainAll(area.epcis());
        List<RecordedDecision> decided = decisions.ofEpcis(area.epcis(), published.run());
        model.addAttribute(
                "page",
                new SynthesisView(
                        area,
                        SynthesisArea.departements(published),
                        AreaFigures.of(area, published),
                        BeforeAfterPage.kilometres(published),
                        maps.area(published, area.epcis()),
                        shown,
                        decided.stream()
                                .map(decision -> DecisionView.of(decision, published))
                                .toList(),
                        ready(area, decided),
                        waits(published, shown.values()),
                        SignatureReserve.of(area)));
        return "synthesis/une";
    }

    private static List<String> ready(SynthesisArea area, List<RecordedDecision> decided) {
        Set<String> known =
                decided.stream().map(decision -> decision.decision().getEpci()).collect(Collectors.toSet());
        return area.plans().stream()
                .filter(plan -> plan.getSiege() != null && !known.contains(plan.getEpci()))
                .filter(plan -> SigningObstacle.all(plan).isEmpty())
                .map(Plan::getName)
                .toList();
    }

    /** What is a reserve is told as one. */
    private List<PendingTasks> waits(PublishedResults published, Collection<EpciRow> shown) {
        Set<String> reserves =
                Arrays.stream(SigningObstacle.values()).map(Enum::name).collect(Collectors.toSet());
        return PendingTasks.of(published, shown, texts).stream()
                .filter(task -> !reserves.contains(task.kind()))
                .toList();
    }
}
