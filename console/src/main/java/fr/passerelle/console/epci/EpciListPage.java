package fr.passerelle.console.epci;

import fr.passerelle.console.epci.EpciRows.EpciRow;
import fr.passerelle.console.epci.EpciRows.PendingTask;
import fr.passerelle.console.map.Maps;
import fr.passerelle.console.map.Mark.MarkCount;
import fr.passerelle.console.map.RegionMap;
import fr.passerelle.console.page.Listing;
import fr.passerelle.console.page.Listing.ListColumn;
import fr.passerelle.console.page.Listing.ListFilter;
import fr.passerelle.console.page.Listing.ListPage;
import fr.passerelle.console.page.Listing.ListRows;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.RunCache;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.text.PlainText;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of the intercommunalités, with its map. */
@Controller
class EpciListPage {

    /** What may be asked of it; equals keep the order of their names. */
    static final Listing<EpciRow> LISTING = new Listing<>(
            "/intercommunalites",
            60,
            true,
            List.of(
                    ListColumn.words("nom", row -> row.plan().getName()),
                    new ListColumn<>("proposition", false, EpciRow::mark),
                    new ListColumn<>(
                            "note",
                            true,
                            row -> row.chosen() == null ? null : row.chosen().getScore()),
                    new ListColumn<>("etapes", true, row -> row.plan().getEtapes()),
                    new ListColumn<>("seances", true, row -> row.plan().getSessionsAMonth()),
                    new ListColumn<>("aide", true, row -> row.plan().getAidTotal()),
                    new ListColumn<>("besoin", false, row -> row.plan().getBesoin()),
                    new ListColumn<>("population", true, row -> row.plan().getPopulation())),
            List.of(
                    ListFilter.words("q", PlainText::words, row -> {
                        String name = row.plan().getName();
                        return String.join(
                                " ", name, PlainText.initials(name), row.plan().getEpci(), row.seat());
                    }),
                    ListFilter.of("proposition", EpciRow::mark),
                    new ListFilter<>(
                            "attente",
                            asked -> row -> row.waiting().stream()
                                    .anyMatch(one -> one.name().equals(asked)))));

    private final CurrentResults current;
    private final EpciRows rows;
    private final Maps maps;
    private final RunCache<ListRows<EpciRow>> sorted;

    EpciListPage(CurrentResults current, EpciRows rows, Maps maps) {
        this.current = current;
        this.rows = rows;
        this.maps = maps;
        this.sorted =
                new RunCache<>(published -> new ListRows<>(rows.of(published).values()));
    }

    /** The list with its map; the rows are all of them, by SIREN, whatever is asked. */
    record EpciOverview(Map<String, EpciRow> rows, RegionMap map, ListPage<EpciRow> list, List<MarkCount> counts) {

        /** What an EPCI may be proposed. */
        public Map<String, String> marks() {
            return Listing.codes(MarkCount.PROPOSED);
        }

        /** What may wait for somebody. */
        public Map<String, String> tasks() {
            return Listing.codes(List.of(PendingTask.values()));
        }
    }

    @GetMapping("/intercommunalites")
    ModelAndView list(@RequestParam Map<String, String> asked) {
        PublishedResults published = current.get();
        ListPage<EpciRow> list = LISTING.page(asked, sorted.of(published));
        List<MarkCount> counts = MarkCount.of(published.proposals().plans().values());
        EpciOverview view = new EpciOverview(rows.of(published), maps.region(published), list, counts);
        return new ModelAndView("epci/liste", "page", view);
    }
}
