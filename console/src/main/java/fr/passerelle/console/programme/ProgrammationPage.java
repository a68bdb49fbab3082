package fr.passerelle.console.programme;

import fr.passerelle.console.operation.ActingAccount;
import fr.passerelle.console.operation.OperationRefused;
import fr.passerelle.console.page.CsvAnswer;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.audit.Audit;
import fr.passerelle.published.audit.Audit.Outcome;
import fr.passerelle.published.audit.AuditAction;
import fr.passerelle.published.programme.ProgrammeFile;
import fr.passerelle.published.scenario.Scenario;
import fr.passerelle.schemas.event.ScenarioKind;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
class ProgrammationPage {

    private static final String VIEW = "programme/une";

    private final ScenarioViews scenarios;
    private final LeverTrial trials;
    private final CurrentResults current;
    private final PageTexts wording;
    private final Audit audit;

    ProgrammationPage(
            ScenarioViews scenarios, LeverTrial trials, CurrentResults current, PageTexts wording, Audit audit) {
        this.audit = audit;
        this.scenarios = scenarios;
        this.trials = trials;
        this.current = current;
        this.wording = wording;
    }

    /**
     * The page.
     *
     * @param chosen null where no scenario has an answer
     * @param levers null with it
     * @param possible whether a trial may be started from here
     * @param trial null where none was asked for, or it was refused
     * @param refusal why a trial was refused, in French; null where none was
     */
    record ProgrammationStudy(
            List<ScenarioLine> scenarios,
            @Nullable ScenarioView chosen,
            @Nullable LeverForm levers,
            boolean possible,
            @Nullable TrialView trial,
            @Nullable String refusal) {}

    @GetMapping("/programmation")
    String show(@RequestParam(defaultValue = "") String scenario, Model model) {
        ScenarioView chosen = chosen(scenario).orElse(null);
        return filled(chosen, levers(chosen, Map.of()), null, null, model);
    }

    @PostMapping("/programmation/essai")
    String attempt(Authentication who, @RequestParam Map<String, String> typed, Model model) {
        ScenarioView chosen = chosen(typed.getOrDefault("scenario", "")).orElseThrow(NotFound::new);
        LeverForm levers = LeverForm.of(chosen.credits(), chosen.sheet().envelope(), typed);
        audit.addOnce(
                ActingAccount.accountId(who),
                AuditAction.TRIAL.name(),
                chosen.line().scenario().id(),
                Outcome.STARTED,
                Duration.ofMinutes(1));
        try {
            TrialView trial = scenarios.trial(trials.ask(levers.credits(), levers.valeur()), chosen, current.get());
            return filled(chosen, levers, trial, null, model);
        } catch (OperationRefused refused) {
            return filled(chosen, levers, null, refused.said(wording), model);
        }
    }

    @GetMapping("/programmation/{id}/programme.csv")
    void table(Authentication who, @PathVariable String id, HttpServletResponse response)
            throws IOException {
        Scenario scenario = scenarios.find(id, ScenarioKind.ENVELOPPE).orElseThrow(NotFound::new);
        audit.read(ActingAccount.accountId(who), AuditAction.EXPORTED, "programme " + scenario.id());
        CsvAnswer.write(
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

    private static @Nullable LeverForm levers(@Nullable ScenarioView chosen, Map<String, String> typed) {
        return chosen == null
                ? null
                : LeverForm.of(chosen.credits(), chosen.sheet().envelope(), typed);
    }

    private String filled(
            @Nullable ScenarioView chosen,
            @Nullable LeverForm levers,
            @Nullable TrialView trial,
            @Nullable String refusal,
            Model model) {
        model.addAttribute(
                "page",
                new ProgrammationStudy(
                        scenarios.lines(ScenarioKind.ENVELOPPE), chosen, levers, trials.isPossible(), trial, refusal));
        return VIEW;
    }
}
