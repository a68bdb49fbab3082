package fr.passerelle.console.budget;

import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.current.CompletedReplays;
import fr.passerelle.published.current.PublishedResults;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The aid, and what it would be under another barème. */
@Controller
class BudgetPage {

    private final CurrentResults current;
    private final CompletedReplays replays;

    BudgetPage(CurrentResults current, CompletedReplays replays) {
        this.current = current;
        this.replays = replays;
    }

    @GetMapping("/budget")
    String show(@RequestParam(defaultValue = "") String rejeu, Model model) {
        PublishedResults published = current.get();
        model.addAttribute("budget", BudgetView.of(published));
        model.addAttribute("replays", replays.all());
        model.addAttribute(
                "comparison",
                replays.find(rejeu)
                        .map(replay -> AidComparison.of(published.proposals().plans(), replay, replays.plans(replay)))
                        .orElse(null));
        return "budget/budget";
    }
}
