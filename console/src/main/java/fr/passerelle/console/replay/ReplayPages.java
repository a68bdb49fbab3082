package fr.passerelle.console.replay;

import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.Paths.KnownPages;
import fr.passerelle.console.page.Slice.Paging;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.replay.ReplayDifferences.EpciChange;
import fr.passerelle.console.replay.ReplayDifferences.ReplayDifference;
import fr.passerelle.console.replay.ReplayViews.ReplayView;
import fr.passerelle.published.replay.Replay;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of replays, the page of one, and what it changes. */
@Controller
class ReplayPages {

    private static final int SIZE = 25;

    private final ReplayViews desk;
    private final ReplayDifferences differences;
    private final CurrentResults current;

    ReplayPages(ReplayViews desk, ReplayDifferences differences, CurrentResults current) {
        this.desk = desk;
        this.differences = differences;
        this.current = current;
    }

    /**
     * What a replay changes, by pages.
     *
     * @param illustration whether one of the two barèmes is not one that was voted
     */
    record ReplayComparison(
            ReplayView replay,
            ReplayDifference difference,
            List<EpciChange> epcis,
            Paging pages,
            KnownPages known,
            boolean illustration) {

        public String id() {
            return replay.replay().id();
        }

        /** Address of the replay's page. */
        public String path() {
            return "/rejeux/" + id();
        }
    }

    @GetMapping("/rejeux")
    String list(Model model) {
        model.addAttribute("page", desk.latest());
        return "replay/liste";
    }

    @GetMapping("/rejeux/{id}")
    String one(@PathVariable String id, Model model) {
        model.addAttribute("page", desk.view(desk.get(id)));
        return "replay/un";
    }

    @GetMapping("/rejeux/{id}/differences")
    String differences(@PathVariable String id, @RequestParam(defaultValue = "1") int page, Model model) {
        Replay replay = desk.get(id);
        if (!replay.isCompleted()) {
            throw new NotFound();
        }
        ReplayView view = desk.view(replay);
        ReplayDifference difference = differences.of(replay);
        Paging paging = Paging.of(page, SIZE, difference.epcis().size());
        model.addAttribute(
                "page",
                new ReplayComparison(
                        view,
                        difference,
                        difference.epcis().stream()
                                .skip(paging.offset())
                                .limit(SIZE)
                                .toList(),
                        paging,
                        new KnownPages(current.get()),
                        replay.isIllustration() || view.base().isIllustration()));
        return "replay/differences";
    }
}
