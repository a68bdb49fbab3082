package fr.passerelle.console.replay;

import fr.passerelle.console.change.ChangeLines;
import fr.passerelle.console.change.ChangeLines.ChangeLine;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.page.Paths.KnownPages;
import fr.passerelle.console.page.Slice;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.replay.ReplayPages.ReplayDifferences.EpciChange;
import fr.passerelle.console.replay.ReplayPages.ReplayDifferences.ReplayDifference;
import fr.passerelle.console.replay.ReplayViews.ReplayView;
import fr.passerelle.published.place.NameOrder;
import fr.passerelle.rules.explanation.Changes;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.event.Changement;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.study.Study;
import fr.passerelle.study.difference.Diff;
import fr.passerelle.study.difference.Diff.EuroLine;
import fr.passerelle.study.difference.Diffs;
import fr.passerelle.study.difference.Diffs.ProposalPair;
import fr.passerelle.study.replay.ReplayManifest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of replays, the page of one, and what it changes. */
@Controller
public record ReplayPages(ReplayViews desk, ReplayDifferences differences, CurrentResults current) {

    private static final int SIZE = 25;

    /** What a replay changes, by pages, and whether one of the two barèmes was not voted. */
    record ReplayComparison(
            ReplayView replay,
            ReplayDifference difference,
            Slice<EpciChange> slice,
            KnownPages known,
            boolean illustration) {

        public String id() {
            return replay.replay().id();
        }
    }

    @GetMapping("/rejeux")
    ModelAndView list() {
        return new ModelAndView("replay/liste", "page", desk.latest());
    }

    @GetMapping("/rejeux/{id}")
    ModelAndView one(@PathVariable String id) {
        return new ModelAndView("replay/un", "page", desk.view(desk.get(id)));
    }

    @GetMapping("/rejeux/{id}/differences")
    ModelAndView differences(@PathVariable String id, @RequestParam(defaultValue = "1") int page) {
        Study<ReplayManifest> replay = desk.get(id);
        if (!ReplayManifest.isCompleted(replay)) {
            throw new NotFound();
        }
        ReplayView view = desk.view(replay);
        ReplayDifference difference = differences.of(replay);
        boolean illustration =
                ReplayManifest.isIllustration(replay) || view.base().isIllustration();
        Slice<EpciChange> slice = Slice.of(difference.epcis(), page, SIZE);
        KnownPages known = new KnownPages(current.get());
        return new ModelAndView(
                "replay/differences", "page", new ReplayComparison(view, difference, slice, known, illustration));
    }

    /** Compares a completed replay with the run that it replays up to, from the read model; the last comparison is kept, since neither side changes. */
    @Component
    static class ReplayDifferences {

        private final PageTexts wording;
        private final Diffs diffs;
        private final AtomicReference<@Nullable LastComparison> kept = new AtomicReference<>();

        ReplayDifferences(Diffs diffs, PageTexts wording) {
            this.diffs = diffs;
            this.wording = wording;
        }

        ReplayDifference of(Study<ReplayManifest> replay) {
            LastComparison last = kept.get();
            if (last != null && last.replayNo == replay.no()) {
                return last.difference;
            }
            ReplayDifference difference = compared(diffs.pair(replay));
            kept.set(new LastComparison(replay.no(), difference));
            return difference;
        }

        private record LastComparison(long replayNo, ReplayDifference difference) {}

        private ReplayDifference compared(ProposalPair pair) {
            Proposals before = pair.before();
            Proposals after = pair.after();
            Changes changes = Changes.between(before, after);
            Map<String, List<Changement>> byEpci =
                    changes.list().stream().collect(Collectors.groupingBy(Changement::getEpci));
            ChangeLines lines = new ChangeLines(Diff.names(before, after), wording);
            TreeSet<String> all = new TreeSet<>(before.plans().keySet());
            all.addAll(after.plans().keySet());
            all.addAll(byEpci.keySet());
            List<EpciChange> epcis = all.stream()
                    .map(epci -> epci(epci, before, after, byEpci.getOrDefault(epci, List.of()), lines))
                    .flatMap(Optional::stream)
                    .sorted(NameOrder.by(EpciChange::name, EpciChange::epci))
                    .toList();
            return new ReplayDifference(
                    epcis,
                    all.size(),
                    changes,
                    EuroLine.of(before.plans().values(), after.plans().values()));
        }

        private static Optional<EpciChange> epci(
                String epci, Proposals before, Proposals after, List<Changement> changed, ChangeLines lines) {
            Plan was = before.plans().get(epci);
            Plan is = after.plans().get(epci);
            List<EuroLine> euros = EuroLine.of(listed(was), listed(is));
            if (changed.isEmpty() && euros.stream().noneMatch(EuroLine::differs)) {
                return Optional.empty();
            }
            String name = was != null ? was.getName() : is != null ? is.getName() : epci;
            List<ChangeLine> changes = changed.stream()
                    .sorted(Comparator.comparing(Changement::getType).reversed().thenComparing(Changement::getId))
                    .map(lines::of)
                    .toList();
            List<EuroLine> differing = euros.stream().filter(EuroLine::differs).toList();
            return Optional.of(new EpciChange(epci, name, changes, total(euros), differing));
        }

        private static EuroLine total(List<EuroLine> euros) {
            return euros.stream()
                    .filter(line -> line.what().equals(EuroLine.TOTAL))
                    .findFirst()
                    .orElseThrow();
        }

        private static List<Plan> listed(@Nullable Plan plan) {
            return plan == null ? List.of() : List.of(plan);
        }

        /** What a replay finds otherwise than the run that it is compared with: those of the EPCIs compared that differ, by name. */
        record ReplayDifference(List<EpciChange> epcis, int compared, Changes changes, List<EuroLine> euros) {}

        /** What changes for one EPCI: its plan first, then its rooms. */
        record EpciChange(String epci, String name, List<ChangeLine> changes, EuroLine euros, List<EuroLine> lines) {}
    }
}
