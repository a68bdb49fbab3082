package fr.passerelle.console.programme;

import fr.passerelle.console.operation.FormArguments.OperationRefused;
import fr.passerelle.console.page.FileAnswer;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.programme.LeverTrial.LeverForm;
import fr.passerelle.console.programme.ScenarioViews.ScenarioLine;
import fr.passerelle.console.programme.ScenarioViews.ScenarioView;
import fr.passerelle.console.programme.ScenarioViews.TrialView;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.security.Account;
import fr.passerelle.envelope.programme.ProgrammeFile;
import fr.passerelle.envelope.scenario.Scenario;
import fr.passerelle.published.audit.Audit;
import fr.passerelle.published.audit.AuditAction;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.ScenarioKind;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What credits would fund, in which years, and what other credits would change. */
@Controller
public class ProgrammationPage {

    private static final String TRIAL = "programme/essai";
    private static final String SCENARIO = "scenario";

    private final ScenarioViews scenarios;
    private final LeverTrial trials;
    private final CurrentResults current;
    private final PageTexts wording;
    private final Audit audit;
    private final Clock clock;

    ProgrammationPage(
            ScenarioViews scenarios,
            LeverTrial trials,
            CurrentResults current,
            PageTexts wording,
            Audit audit,
            Clock clock) {
        this.scenarios = scenarios;
        this.trials = trials;
        this.current = current;
        this.wording = wording;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param chosen null where no scenario has an answer
     * @param levers null with it
     * @param last the last trial; null where there was none
     */
    record ProgrammationStudy(
            List<ScenarioLine> scenarios,
            @Nullable ScenarioView chosen,
            @Nullable LeverForm levers,
            boolean possible,
            LeverTrial.@Nullable Started last) {}

    /**
     * A trial on its page.
     *
     * @param started null where it was refused before
     * @param trial what it gives; null where it runs, or was refused
     * @param refusal why it was refused, in French; null where it was not
     * @param last the one that another was refused for; null where none was
     */
    record TrialStudy(
            ScenarioView chosen,
            LeverForm levers,
            LeverTrial.@Nullable Started started,
            long seconds,
            @Nullable TrialView trial,
            @Nullable String refusal,
            LeverTrial.@Nullable Started last) {

        /** Whether more is to come. */
        public boolean running() {
            return trial == null && refusal == null;
        }

        /** Whether another may be started from here. */
        public boolean possible() {
            return true;
        }
    }

    @GetMapping("/programmation")
    String show(@RequestParam(defaultValue = "") String scenario, Model model) {
        ScenarioView chosen = chosen(scenario).orElse(null);
        model.addAttribute(
                "page",
                new ProgrammationStudy(
                        scenarios.lines(ScenarioKind.ENVELOPPE),
                        chosen,
                        chosen == null ? null : levers(chosen, Map.of()),
                        trials.isPossible(),
                        trials.last()));
        return "programme/une";
    }

    @PostMapping("/programmation/essai")
    String attempt(@RequestParam Map<String, String> typed, Authentication who, Model model) {
        ScenarioView chosen = chosen(typed.getOrDefault(SCENARIO, "")).orElseThrow(NotFound::new);
        LeverForm levers = levers(chosen, typed);
        try {
            LeverTrial.Started started = trials.start(
                    levers,
                    chosen.line().scenario().id(),
                    chosen.published().equals(typed.get("depart")) ? chosen.published() : chosen.start(),
                    Account.accountId(who));
            return "redirect:/programmation/essai/" + started.no();
        } catch (OperationRefused refused) {
            model.addAttribute(
                    "page", new TrialStudy(chosen, levers, null, 0, null, refused.said(wording), trials.last()));
            return TRIAL;
        }
    }

    @GetMapping("/programmation/essai/{no}")
    String trial(@PathVariable String no, Model model) {
        model.addAttribute("page", study(trials.find(no).orElseThrow(NotFound::new)));
        return TRIAL;
    }

    @GetMapping("/programmation/essai/{no}/etat")
    String progress(@PathVariable String no, Model model) {
        model.addAttribute("page", study(trials.find(no).orElseThrow(NotFound::new)));
        return TRIAL + " :: etat";
    }

    @PostMapping("/programmation/essai/{no}/arreter")
    String stop(@PathVariable String no, Authentication who) {
        trials.stop(no, Account.accountId(who));
        return "redirect:/programmation/essai/" + no;
    }

    private TrialStudy study(LeverTrial.Started started) {
        ScenarioView chosen = chosen(started.typed().getOrDefault(SCENARIO, "")).orElseThrow(NotFound::new);
        LeverForm levers = levers(chosen, started.typed());
        long seconds = Duration.between(started.operation().startedAt(), clock.instant())
                .toSeconds();
        try {
            Enveloppe answer = started.answer().getNow(null);
            TrialView trial = answer == null ? null : scenarios.trial(answer, chosen, current.get());
            return new TrialStudy(chosen, levers, started, seconds, trial, null, null);
        } catch (CompletionException ended) {
            return new TrialStudy(chosen, levers, started, seconds, null, why(ended), null);
        }
    }

    private String why(CompletionException ended) {
        return ended.getCause() instanceof OperationRefused refused
                ? refused.said(wording)
                : wording.say("operation.refus.programme");
    }

    @GetMapping("/programmation/{id}/programme.csv")
    void table(Authentication who, @PathVariable String id, HttpServletResponse response) throws IOException {
        Scenario scenario = scenarios.find(id, ScenarioKind.ENVELOPPE).orElseThrow(NotFound::new);
        audit.read(Account.accountId(who), AuditAction.EXPORTED, "programme " + scenario.id());
        FileAnswer.csv(
                response,
                "programme-" + scenario.id(),
                ProgrammeFile.HEADER,
                out -> ProgrammeFile.each(scenarios.computed(scenario), out));
    }

    private Optional<ScenarioView> chosen(String id) {
        return scenarios
                .chosen(id, ScenarioKind.ENVELOPPE)
                .flatMap(scenario -> scenarios.view(scenario, current.get()));
    }

    private static LeverForm levers(ScenarioView chosen, Map<String, String> typed) {
        return LeverForm.of(chosen.credits(), chosen.sheet().envelope(), typed);
    }
}
