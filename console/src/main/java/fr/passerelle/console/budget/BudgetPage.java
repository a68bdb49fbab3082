package fr.passerelle.console.budget;

import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.replay.Replay;
import fr.passerelle.published.replay.Replays;
import fr.passerelle.published.result.Results;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The aid, and what it would be under another barème. */
@Controller
class BudgetPage {

    private final CurrentResults current;
    private final Replays replays;
    private final Results results;

    BudgetPage(CurrentResults current, Replays replays, Results results) {
        this.current = current;
        this.replays = replays;
        this.results = results;
    }

    @GetMapping("/budget")
    String show(@RequestParam(defaultValue = "") String rejeu, Model model) {
        PublishedResults published = current.get();
        model.addAttribute("budget", BudgetView.of(published));
        model.addAttribute("replays", replays.completed());
        model.addAttribute(
                "comparison",
                replays.find(rejeu)
                        .filter(Replay::isCompleted)
                        .map(replay -> compared(published, replay))
                        .orElse(null));
        return "budget/budget";
    }

    private AidComparison compared(PublishedResults published, Replay replay) {
        return AidComparison.of(
                published.proposals().plans(),
                replay,
                results.in(replay.namespace()).plans(replay.no()));
    }
}
