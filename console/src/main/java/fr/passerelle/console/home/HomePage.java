package fr.passerelle.console.home;

import fr.passerelle.console.epci.EpciRows;
import fr.passerelle.console.epci.EpciRows.EpciRow;
import fr.passerelle.console.figure.AreaFigures;
import fr.passerelle.console.figure.SynthesisArea;
import fr.passerelle.console.map.Maps;
import fr.passerelle.console.map.Mark.MarkCount;
import fr.passerelle.console.map.RegionMap;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.current.PastResults;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.RunCache;
import fr.passerelle.rules.conversion.Departement;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page, and what changed on its own. Nothing of them changes between two runs. */
@Controller
class HomePage {

    private static final int EXAMPLES = 3;

    private final CurrentResults current;
    private final EpciRows rows;
    private final Maps maps;
    private final RunCache<RegionSummary> home;

    HomePage(CurrentResults current, PastResults past, EpciRows rows, Maps maps, PageTexts texts) {
        this.current = current;
        this.rows = rows;
        this.maps = maps;
        this.home = new RunCache<>(published -> home(published, past, texts));
    }

    /**
     * Where the region stands.
     *
     * @param departements those that have a sheet of their own, by code
     * @param rows all EPCIs, by SIREN
     */
    record RegionSummary(
            AreaFigures figures,
            Collection<Departement> departements,
            RunChanges changed,
            List<PendingTasks> waits,
            List<EpciRow> examples,
            Map<String, EpciRow> rows,
            List<MarkCount> counts,
            RegionMap map) {}

    @GetMapping("/")
    String show(Model model) {
        model.addAttribute("page", home.of(current.get()));
        return "home/accueil";
    }

    @GetMapping("/changements")
    String changes(Model model) {
        model.addAttribute("page", home.of(current.get()).changed());
        return "home/changements";
    }

    private RegionSummary home(PublishedResults published, PastResults past, PageTexts texts) {
        Map<String, EpciRow> all = rows.of(published);
        return new RegionSummary(
                AreaFigures.of(SynthesisArea.region(published), published),
                SynthesisArea.departements(published),
                RunChanges.of(published, past, texts),
                PendingTasks.of(published, all.values(), texts),
                examples(all.values()),
                all,
                MarkCount.of(published.proposals().plans().values()),
                maps.region(published));
    }

    /** Those with the most rooms: there is the most to see. */
    private static List<EpciRow> examples(Collection<EpciRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparingInt(EpciRow::rooms).reversed())
                .limit(EXAMPLES)
                .toList();
    }
}
