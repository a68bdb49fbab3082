package fr.passerelle.console.budget;

import fr.passerelle.console.budget.AidBudget.BudgetRow;
import fr.passerelle.console.budget.AidBudget.BudgetYear;
import fr.passerelle.console.figure.AreaFigures;
import fr.passerelle.console.figure.SynthesisArea;
import fr.passerelle.console.page.ScriptJson;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.replay.Replay;
import fr.passerelle.published.replay.Replays;
import fr.passerelle.published.result.Results;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.texts.Codes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    /**
     * The budget, and what it would be.
     *
     * @param comparison with the one that was chosen; null where none was
     */
    record BudgetStudy(
            AidBudget budget,
            AreaFigures region,
            List<Replay> replays,
            @Nullable AidComparison comparison) {

        /** Names of the lines of aid, in order. */
        public List<String> lines() {
            return Arrays.stream(AidLineName.values()).map(Codes::ligne).toList();
        }

        /** What the pictures are drawn from. */
        public String json() {
            List<BudgetRow> departements = budget.departements();
            return ScriptJson.of(Map.of(
                    "lignes", lines(),
                    "departements", departements.stream().map(BudgetRow::name).toList(),
                    "montants", departements.stream().map(BudgetRow::cells).toList(),
                    "annees", budget.years().stream().map(BudgetYear::year).toList(),
                    "aides", budget.years().stream().map(BudgetYear::aid).toList(),
                    "sansDate", budget.undated()));
        }
    }

    @GetMapping("/budget")
    String show(@RequestParam(defaultValue = "") String rejeu, Model model) {
        PublishedResults published = current.get();
        AidComparison comparison = replays.find(rejeu)
                .filter(Replay::isCompleted)
                .map(replay -> compared(published, replay))
                .orElse(null);
        model.addAttribute(
                "page",
                new BudgetStudy(
                        AidBudget.of(published),
                        AreaFigures.of(SynthesisArea.region(published), published),
                        replays.completed(),
                        comparison));
        return "budget/budget";
    }

    private AidComparison compared(PublishedResults published, Replay replay) {
        return AidComparison.of(
                published.proposals().plans(),
                replay,
                results.in(replay.namespace()).proposals(replay.no()).plans().values());
    }
}
