package fr.passerelle.console.epci;

import fr.passerelle.console.epci.EpciRows.EpciRow;
import fr.passerelle.console.epci.EpciRows.PendingTask;
import fr.passerelle.console.epci.EpciSearch.EpciList;
import fr.passerelle.console.map.Maps;
import fr.passerelle.console.map.Mark;
import fr.passerelle.console.map.Mark.MarkCount;
import fr.passerelle.console.map.RegionMap;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.current.PublishedResults;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of the intercommunalités, with its map. */
@Controller
class EpciListPage {

    private final CurrentResults current;
    private final EpciRows rows;
    private final Maps maps;

    EpciListPage(CurrentResults current, EpciRows rows, Maps maps) {
        this.current = current;
        this.rows = rows;
        this.maps = maps;
    }

    /**
     * The list with its map.
     *
     * @param rows all of them, by SIREN, whatever is asked
     */
    record EpciOverview(
            Map<String, EpciRow> rows, RegionMap map, EpciList list, EpciSearch search, List<MarkCount> counts) {

        /** What an EPCI may be proposed. */
        public List<Mark> marks() {
            return MarkCount.PROPOSED;
        }

        /** What may wait for somebody. */
        public List<PendingTask> tasks() {
            return List.of(PendingTask.values());
        }
    }

    @GetMapping("/intercommunalites")
    String list(EpciSearch search, Model model) {
        PublishedResults published = current.get();
        Map<String, EpciRow> all = rows.of(published);
        List<MarkCount> counts = MarkCount.of(published.proposals().plans().values());
        model.addAttribute(
                "page", new EpciOverview(all, maps.region(published), search.in(all.values()), search, counts));
        return "epci/liste";
    }
}
