package fr.passerelle.console.search;

import fr.passerelle.console.page.Paths;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.RunCache;
import fr.passerelle.console.search.SearchPage.SearchIndex.SearchHit;
import fr.passerelle.console.search.SearchPage.SearchIndex.SearchHit.Kind;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.SiteDescribed;
import fr.passerelle.schemas.text.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

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

    /** The first things that a search finds, and how many there are. */
    record SearchAnswer(String q, int total, List<SearchHit> found) {}

    @GetMapping("/recherche")
    ModelAndView page(@RequestParam(defaultValue = "") String q) {
        return found("search/recherche", q, SHOWN);
    }

    @GetMapping("/recherche/suggestions")
    ModelAndView suggestions(@RequestParam(defaultValue = "") String q) {
        return found("search/suggestions :: suggestions", q, SUGGESTED);
    }

    private ModelAndView found(String view, String question, int most) {
        String asked = question.substring(0, Math.min(question.length(), LONGEST));
        List<SearchHit> found = index.of(current.get()).find(asked);
        List<SearchHit> shown = found.stream().limit(most).toList();
        return new ModelAndView(view, "page", new SearchAnswer(asked, found.size(), shown));
    }

    /** All that can be found of a run. A few thousand short texts: looking at each of them takes about a millisecond. */
    static final class SearchIndex {

        private static final int NO_MATCH = Integer.MAX_VALUE;
        private static final Comparator<Hit> ORDER = Comparator.comparingInt(Hit::rank)
                .thenComparing(ranked -> ranked.entry().found().kind())
                .thenComparing(ranked -> ranked.entry().name());

        private final List<Entry> entries;

        private SearchIndex(List<Entry> entries) {
            this.entries = List.copyOf(entries);
        }

        static SearchIndex of(PublishedResults published) {
            List<Entry> entries = new ArrayList<>();
            for (Plan plan : published.proposals().plans().values()) {
                String path = Paths.epci(plan.getEpci());
                entries.add(Entry.of(Kind.EPCI, plan.getName(), "", path, plan.getEpci()));
                for (Commune commune : published.communes(plan.getEpci())) {
                    entries.add(Entry.of(Kind.COMMUNE, commune.getName(), plan.getName(), path, commune.getInsee()));
                }
            }
            published.rooms().forEach((id, room) -> {
                String epci = published.epciName(room.getEpci());
                entries.add(Entry.of(Kind.SALLE, room.getName(), epci, Paths.room(id), id));
            });
            published.sites().values().stream()
                    .filter(site -> isCompared(site, published))
                    .forEach(site -> {
                        String path = Paths.site(site.getEpci(), site.getSiteId());
                        String epci = published.epciName(site.getEpci());
                        entries.add(Entry.of(Kind.SITE, site.getName(), epci, path, site.getSiteId()));
                    });
            return new SearchIndex(entries);
        }

        /** Only the page of an EPCI that compares it shows a site. */
        private static boolean isCompared(SiteDescribed site, PublishedResults published) {
            Plan plan = published.proposals().plans().get(site.getEpci());
            return plan != null
                    && plan.getCandidates().stream()
                            .anyMatch(one -> one.getSiege().getId().equals(site.getSiteId()));
        }

        /** What has every word of a question in its name or identifier, the closest first; nothing for a question without a word. */
        List<SearchHit> find(String question) {
            String plain = PlainText.words(question);
            return plain.isEmpty()
                    ? List.of()
                    : entries.stream()
                            .map(entry -> new Hit(entry.rank(plain), entry))
                            .filter(ranked -> ranked.rank() != NO_MATCH)
                            .sorted(ORDER)
                            .map(ranked -> ranked.entry().found())
                            .toList();
        }

        private record Hit(int rank, Entry entry) {}

        /**
         * What is found, with its name, how an EPCI is called for short, and all that it is found by, plain: a room by its EPCI too, for those
         * who look for all of them.
         */
        private record Entry(SearchHit found, String name, String initials, String searched) {

            static Entry of(Kind kind, String told, String epci, String path, String id) {
                String name = PlainText.words(told);
                String within = kind == Kind.SALLE ? epci : "";
                String initials = PlainText.initials(kind == Kind.EPCI ? told : within);
                return new Entry(
                        new SearchHit(kind, told, epci, path),
                        name,
                        initials,
                        String.join(" ", "", name, PlainText.words(id), PlainText.words(within), initials));
            }

            /** The whole name, its beginning, the beginning of a word of it, then words anywhere. */
            int rank(String question) {
                for (String word : question.split(" ")) {
                    if (!searched.contains(word)) {
                        return NO_MATCH;
                    }
                }
                if (name.equals(question) || (found.kind() == Kind.EPCI && initials.equals(question))) {
                    return 0;
                }
                if (name.startsWith(question)) {
                    return 1;
                }
                return (" " + name).contains(" " + question) ? 2 : NO_MATCH - 1;
            }
        }

        /** A thing that a search finds, and where it is; empty for an EPCI. */
        public record SearchHit(Kind kind, String name, String within, String path) {

            /** What it is, in the order in which equals are told. */
            public enum Kind {
                EPCI,
                COMMUNE,
                SALLE,
                SITE
            }
        }
    }
}
