package fr.passerelle.console.epci;

import fr.passerelle.console.map.Maps;
import fr.passerelle.console.map.Mark;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.current.PublishedResults;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of the intercommunalités, with its map. */
@Controller
class EpciListPage {

    /** What an EPCI may be proposed. */
    private static final List<Mark> PROPOSED =
            List.of(Mark.TIERS_LIEU, Mark.EX_AEQUO, Mark.EXISTANT, Mark.A_INSTRUIRE, Mark.ETAPE_NOMADE, Mark.AUCUNE);

    private final CurrentResults current;
    private final EpciRows rows;
    private final Maps maps;

    EpciListPage(CurrentResults current, EpciRows rows, Maps maps) {
        this.current = current;
        this.rows = rows;
        this.maps = maps;
    }

    @GetMapping("/intercommunalites")
    String list(EpciSearch search, Model model) {
        PublishedResults published = current.get();
        Map<String, EpciRow> all = rows.of(published);
        model.addAttribute("rows", all);
        model.addAttribute("map", maps.region(published));
        model.addAttribute("list", search.in(all.values()));
        model.addAttribute("asked", search);
        model.addAttribute("marks", PROPOSED);
        model.addAttribute(
                "counts",
                PROPOSED.stream()
                        .map(mark -> EpciList.count(mark, all.values()))
                        .toList());
        model.addAttribute("waitings", Arrays.asList(PendingTask.values()));
        return "epci/liste";
    }
}
