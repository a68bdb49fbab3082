package fr.passerelle.console.search;

import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.search.SearchIndex.SearchHit;
import fr.passerelle.published.current.RunCache;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What answers the search box: a page, and the few lines that come while one types. */
@Controller
class SearchPage {

    private static final int SUGGESTED = 8;
    private static final int SHOWN = 100;
    private static final int LONGEST = 100;

    private final CurrentResults current;
    private final RunCache<SearchIndex> index = new RunCache<>(SearchIndex::of);

    SearchPage(CurrentResults current) {
        this.current = current;
    }

    /**
     * What a search finds.
     *
     * @param found the first ones
     */
    record SearchAnswer(String q, int total, List<SearchHit> found) {}

    @GetMapping("/recherche")
    String page(@RequestParam(defaultValue = "") String q, Model model) {
        fill(model, q, SHOWN);
        return "search/recherche";
    }

    @GetMapping("/recherche/suggestions")
    String suggestions(@RequestParam(defaultValue = "") String q, Model model) {
        fill(model, q, SUGGESTED);
        return "search/suggestions :: suggestions";
    }

    private void fill(Model model, String question, int most) {
        String asked = question.substring(0, Math.min(question.length(), LONGEST));
        List<SearchHit> found = index.of(current.get()).find(asked);
        model.addAttribute(
                "page",
                new SearchAnswer(asked, found.size(), found.stream().limit(most).toList()));
    }
}
