package fr.passerelle.console.budget;

import fr.passerelle.console.budget.AidBudget.Amounts;
import fr.passerelle.console.budget.AidBudget.BudgetRow;
import fr.passerelle.console.figure.AreaFigures;
import fr.passerelle.console.figure.AreaFigures.SynthesisArea;
import fr.passerelle.console.page.ScriptJson;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.run.Run;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.sheets.french.Textes;
import fr.passerelle.study.Study;
import fr.passerelle.study.replay.ReplayManifest;
import fr.passerelle.study.replay.Replays;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The aid, and what it would be under another barème. */
@Controller
record BudgetPage(CurrentResults current, Replays replays, Results results) {

    /** The budget, and what it would be by the replay that was chosen, if any. */
    record BudgetStudy(
            AidBudget budget,
            AreaFigures region,
            List<Study<ReplayManifest>> replays,
            @Nullable AidComparison comparison) {

        /** Names of the lines of aid, in order. */
        public List<String> lines() {
            return Arrays.stream(AidLineName.values())
                    .map(one -> Textes.word("ligne", one))
                    .toList();
        }

        /** What the pictures are drawn from. */
        public String json() {
            List<BudgetRow> departements = budget.departements();
            return ScriptJson.of(Map.of(
                    "lignes", lines(),
                    "departements", departements.stream().map(BudgetRow::name).toList(),
                    "montants", departements.stream().map(BudgetRow::cells).toList(),
                    "annees", budget.years().keySet(),
                    "aides", budget.years().values(),
                    "sansDate", budget.undated()));
        }
    }

    @GetMapping("/budget")
    ModelAndView show(@RequestParam(defaultValue = "") String rejeu) {
        PublishedResults published = current.get();
        AidComparison comparison = replays.find(rejeu)
                .filter(ReplayManifest::isCompleted)
                .map(replay -> compared(published, replay))
                .orElse(null);
        BudgetStudy page = new BudgetStudy(
                AidBudget.of(published),
                AreaFigures.of(SynthesisArea.region(published), published),
                replays.completed(),
                comparison);
        return new ModelAndView("budget/budget", "page", page);
    }

    private AidComparison compared(PublishedResults published, Study<ReplayManifest> replay) {
        Proposals replayed = results.in(ReplayManifest.namespace(replay)).proposals(replay.no());
        return AidComparison.of(
                published.proposals().plans(), replay, replayed.plans().values());
    }

    /** The published aid beside that of a replay, over the EPCIs that both have a plan for: by line, then where it differs in all. */
    public record AidComparison(
            Study<ReplayManifest> replay,
            String base,
            String baremeTitle,
            boolean illustration,
            int compared,
            List<Pair> lines,
            Pair total,
            List<Pair> epcis) {

        private static final BigDecimal ZERO = new BigDecimal("0.00");

        /** Euros before and after, of an EPCI; of a line and in all there is no name. */
        public record Pair(String name, String siren, BigDecimal now, BigDecimal then) {

            /** After less before. */
            public BigDecimal difference() {
                return then.subtract(now);
            }

            boolean differs() {
                return now.compareTo(then) != 0;
            }
        }

        /** Of the plans that are published, by SIREN, and those of a replay. */
        public static AidComparison of(
                Map<String, Plan> published, Study<ReplayManifest> replay, Collection<Plan> replayed) {
            List<Plan> then = replayed.stream()
                    .filter(plan -> published.containsKey(plan.getEpci()))
                    .toList();
            List<Plan> now = then.stream().map(plan -> now(plan, published)).toList();
            Bareme bareme = ReplayManifest.bareme(replay);
            Amounts before = Amounts.of(now);
            Amounts after = Amounts.of(then);
            return new AidComparison(
                    replay,
                    Run.idOf(replay.question().run()),
                    bareme.title(),
                    bareme.isIllustration(),
                    now.size(),
                    Arrays.stream(AidLineName.values())
                            .map(line -> new Pair("", "", before.of(line), after.of(line)))
                            .toList(),
                    new Pair("", "", before.total(), after.total()),
                    then.stream()
                            .map(plan -> pair(now(plan, published), plan))
                            .filter(Pair::differs)
                            .toList());
        }

        private static Plan now(Plan then, Map<String, Plan> published) {
            return Objects.requireNonNull(published.get(then.getEpci()));
        }

        private static Pair pair(Plan now, Plan then) {
            return new Pair(now.getName(), now.getEpci(), total(now), total(then));
        }

        private static BigDecimal total(Plan plan) {
            return plan.getAidTotal() == null ? ZERO : plan.getAidTotal();
        }
    }
}
