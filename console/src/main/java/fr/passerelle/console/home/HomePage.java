package fr.passerelle.console.home;

import fr.passerelle.console.change.ChangeLines;
import fr.passerelle.console.change.ChangeLines.ChangeLine;
import fr.passerelle.console.epci.EpciRows;
import fr.passerelle.console.epci.EpciRows.EpciRow;
import fr.passerelle.console.figure.AreaFigures;
import fr.passerelle.console.figure.AreaFigures.SynthesisArea;
import fr.passerelle.console.map.Maps;
import fr.passerelle.console.map.Mark.MarkCount;
import fr.passerelle.console.map.RegionMap;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.PastResults;
import fr.passerelle.console.reading.RunCache;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.place.NameOrder;
import fr.passerelle.published.run.Run;
import fr.passerelle.rules.conversion.Departement;
import fr.passerelle.rules.explanation.Changes;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.event.NatureChangement;
import fr.passerelle.study.difference.Diff;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page, what changed on its own, and the help. Nothing of them changes between two runs. */
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

    /** Where the region stands: départements that have a sheet of their own, by code, and all EPCIs, by SIREN. */
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
    ModelAndView show() {
        return new ModelAndView("home/accueil", "page", home.of(current.get()));
    }

    @GetMapping("/changements")
    ModelAndView changes() {
        return new ModelAndView(
                "home/changements", "page", home.of(current.get()).changed());
    }

    /** Where one finds what, the marks, the words, and who may do what: it needs no run. */
    @GetMapping("/aide")
    String help() {
        return "page/aide";
    }

    private RegionSummary home(PublishedResults published, PastResults past, PageTexts texts) {
        Map<String, EpciRow> all = rows.of(published);
        return new RegionSummary(
                AreaFigures.of(SynthesisArea.region(published), published),
                SynthesisArea.departements(published),
                RunChanges.of(published, past, texts),
                PendingTasks.of(all.values(), texts),
                examples(all.values()),
                all,
                MarkCount.of(published.proposals().plans().values()),
                maps.region(published));
    }

    /** Those with the most rooms: there is the most to see. */
    private static List<EpciRow> examples(Collection<EpciRow> rows) {
        Comparator<EpciRow> fewest =
                Comparator.comparingInt(row -> row.plan().getRooms().size());
        return rows.stream().sorted(fewest.reversed()).limit(EXAMPLES).toList();
    }

    /** What the current run changed since the one before it; null for the first. */
    record RunChanges(
            @Nullable Run since,
            int added,
            int removed,
            int modified,
            int same,
            List<ChangedEpci> epcis,
            int told,
            int total) {

        private static final int TOLD = 200;

        static RunChanges of(PublishedResults published, PastResults past, PageTexts texts) {
            Proposals now = published.proposals();
            int all = now.conversions().size() + now.plans().size();
            return past.before(published.run())
                    .map(run -> since(run, past.at(run), published, texts))
                    .orElseGet(() -> new RunChanges(null, all, 0, 0, 0, List.of(), 0, 0));
        }

        private static RunChanges since(Run run, Proposals before, PublishedResults published, PageTexts texts) {
            Changes changes = Changes.between(before, published.proposals());
            ChangeLines lines = new ChangeLines(published, Diff.names(before, published.proposals()), texts);
            List<ChangeLine> told = changes.list().reversed().stream()
                    .limit(TOLD)
                    .map(lines::of)
                    .toList();
            return new RunChanges(
                    run,
                    changes.count(NatureChangement.AJOUTE),
                    changes.count(NatureChangement.RETIRE),
                    changes.count(NatureChangement.MODIFIE),
                    changes.same(),
                    ChangedEpci.of(told),
                    told.size(),
                    changes.list().size());
        }

        /** What changed for one EPCI: its plan first, then its rooms by name. */
        record ChangedEpci(String siren, String name, List<ChangeLine> lines) {

            /** Those whose tiers lieu changed first, then those whose plan did, then by name. */
            static List<ChangedEpci> of(Collection<ChangeLine> lines) {
                return lines.stream()
                        .sorted(Comparator.comparing(ChangeLine::plan)
                                .reversed()
                                .thenComparing(NameOrder.by(ChangeLine::name, ChangeLine::siren)))
                        .collect(Collectors.groupingBy(ChangeLine::siren, LinkedHashMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .map(of -> new ChangedEpci(
                                of.getFirst().siren(), of.getFirst().epci(), of))
                        .sorted(Comparator.comparing(ChangedEpci::seat)
                                .thenComparing(ChangedEpci::plan)
                                .reversed()
                                .thenComparing(NameOrder.by(ChangedEpci::name, ChangedEpci::siren)))
                        .toList();
            }

            /** Whether its plan was withdrawn: it has no page any more. */
            public boolean gone() {
                return plan() && lines.getFirst().path() == null;
            }

            /** Whether its tiers lieu is among what changed. */
            boolean seat() {
                return lines.getFirst().seat();
            }

            /** Whether its plan is among what changed. */
            boolean plan() {
                return lines.getFirst().plan();
            }
        }
    }
}
