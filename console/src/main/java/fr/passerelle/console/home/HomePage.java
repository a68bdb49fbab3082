package fr.passerelle.console.home;

import fr.passerelle.console.epci.EpciRow;
import fr.passerelle.console.epci.EpciRows;
import fr.passerelle.console.map.Maps;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.RunCache;
import fr.passerelle.published.current.PastResults;
import fr.passerelle.published.current.PublishedResults;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page. Nothing of it changes between two runs. */
@Controller
class HomePage {

    private static final int EXAMPLES = 3;

    private final CurrentResults current;
    private final EpciRows rows;
    private final Maps maps;
    private final RunCache<Home> home;

    HomePage(CurrentResults current, PastResults past, EpciRows rows, Maps maps, PageTexts texts) {
        this.current = current;
        this.rows = rows;
        this.maps = maps;
        this.home = new RunCache<>(published -> home(published, past, texts));
    }

    /** What the page shows beside the map. */
    record Home(RegionFigures figures, RunChanges changed, List<PendingTasks> waits, List<EpciRow> examples) {}

    @GetMapping("/")
    String show(Model model) {
        PublishedResults published = current.get();
        model.addAttribute("home", home.of(published));
        model.addAttribute("rows", rows.of(published));
        model.addAttribute("map", maps.region(published));
        return "home/accueil";
    }

    private Home home(PublishedResults published, PastResults past, PageTexts texts) {
        Map<String, EpciRow> all = rows.of(published);
        return new Home(
                RegionFigures.of(published, all.values()),
                RunChanges.of(published, past, texts),
                PendingTasks.of(published, all.values(), texts),
                examples(all.values()));
    }

    /** Those with the most rooms: there is the most to see. */
    private static List<EpciRow> examples(Collection<EpciRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparingInt(EpciRow::rooms).reversed())
                .limit(EXAMPLES)
                .toList();
    }
}
