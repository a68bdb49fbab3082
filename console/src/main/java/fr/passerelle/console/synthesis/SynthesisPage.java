package fr.passerelle.console.synthesis;

import fr.passerelle.console.epci.EpciRows;
import fr.passerelle.console.figure.SynthesisArea;
import fr.passerelle.console.map.Maps;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.RunCache;
import fr.passerelle.published.decision.DecisionTable;
import fr.passerelle.rules.conversion.Departement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

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
    String region(Model model) {
        return show(REGION, model);
    }

    @GetMapping("/synthese/{code}")
    String departement(@PathVariable String code, Model model) {
        return show(code, model);
    }

    private String show(String code, Model model) {
        PublishedResults published = current.get();
        AreaSheet sheet = Optional.ofNullable(sheets.of(published).get(code)).orElseThrow(NotFound::new);
        model.addAttribute("page", SynthesisView.of(sheet, decisions, published));
        return "synthesis/une";
    }
}
