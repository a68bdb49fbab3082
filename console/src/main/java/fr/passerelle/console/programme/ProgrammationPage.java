package fr.passerelle.console.programme;

import fr.passerelle.console.map.Maps;
import fr.passerelle.console.operation.FormArguments.OperationRefused;
import fr.passerelle.console.page.FileAnswer;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.programme.LeverTrial.LeverForm;
import fr.passerelle.console.programme.ProgrammationPage.ScenarioViews.ScenarioView;
import fr.passerelle.console.programme.ProgrammationPage.ScenarioViews.TrialView;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.security.Account;
import fr.passerelle.envelope.programme.ChoiceChange;
import fr.passerelle.envelope.programme.ProgrammeFile;
import fr.passerelle.envelope.programme.WaitingRow;
import fr.passerelle.envelope.scenario.CreditLines;
import fr.passerelle.envelope.scenario.ScenarioManifest;
import fr.passerelle.envelope.text.CostReach;
import fr.passerelle.envelope.text.WaitingReasons;
import fr.passerelle.envelope.text.WaitingText;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.event.CreditManquant;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.event.ScenarioKind;
import fr.passerelle.sheets.french.Mention;
import fr.passerelle.study.Studies;
import fr.passerelle.study.Study;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What credits would fund, in which years, and what other credits would change. */
@Controller
public record ProgrammationPage(
        ScenarioViews scenarios,
        LeverTrial trials,
        CurrentResults current,
        PageTexts wording,
        FileAnswer files,
        Clock clock) {

    private static final String TRIAL = "programme/essai";
    private static final String SCENARIO = "scenario";

    /** The page; nothing is chosen, nor are there levers, where no scenario has an answer. */
    record ProgrammationStudy(
            List<Study<ScenarioManifest>> scenarios,
            @Nullable ScenarioView chosen,
            @Nullable LeverForm levers,
            boolean possible,
            LeverTrial.@Nullable Started last) {}

    /** A trial on its page: not started where it was refused before, then running until there is what it gives or why not, in French. */
    record TrialStudy(
            ScenarioView chosen,
            LeverForm levers,
            LeverTrial.@Nullable Started started,
            long seconds,
            @Nullable TrialView trial,
            @Nullable String refusal,
            LeverTrial.@Nullable Started last) {

        public boolean running() {
            return trial == null && refusal == null;
        }

        /** Whether another may be started from here. */
        public boolean possible() {
            return true;
        }
    }

    @GetMapping("/programmation")
    ModelAndView show(@RequestParam(defaultValue = "") String scenario) {
        ScenarioView chosen = chosen(scenario).orElse(null);
        ProgrammationStudy page = new ProgrammationStudy(
                scenarios.lines(ScenarioKind.ENVELOPPE),
                chosen,
                chosen == null ? null : levers(chosen, Map.of()),
                trials.isPossible(),
                trials.last());
        return new ModelAndView("programme/une", "page", page);
    }

    @PostMapping("/programmation/essai")
    ModelAndView attempt(@RequestParam Map<String, String> typed, @AuthenticationPrincipal Account by) {
        ScenarioView chosen = chosen(typed.getOrDefault(SCENARIO, "")).orElseThrow(NotFound::new);
        LeverForm levers = levers(chosen, typed);
        try {
            LeverTrial.Started started = trials.start(
                    levers,
                    chosen.scenario().id(),
                    chosen.published().equals(typed.get("depart")) ? chosen.published() : chosen.start(),
                    by.id());
            return new ModelAndView("redirect:/programmation/essai/" + started.no());
        } catch (OperationRefused refused) {
            return new ModelAndView(
                    TRIAL, "page", new TrialStudy(chosen, levers, null, 0, null, refused.said(wording), trials.last()));
        }
    }

    @GetMapping("/programmation/essai/{no}")
    ModelAndView trial(@PathVariable String no) {
        return new ModelAndView(TRIAL, "page", study(no));
    }

    @GetMapping("/programmation/essai/{no}/etat")
    ModelAndView progress(@PathVariable String no) {
        return new ModelAndView(TRIAL + " :: etat", "page", study(no));
    }

    @PostMapping("/programmation/essai/{no}/arreter")
    String stop(@PathVariable String no, @AuthenticationPrincipal Account by) {
        trials.stop(no, by.id());
        return "redirect:/programmation/essai/" + no;
    }

    private TrialStudy study(String no) {
        LeverTrial.Started started = trials.find(no).orElseThrow(NotFound::new);
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
    void table(@AuthenticationPrincipal Account by, @PathVariable String id, HttpServletResponse response)
            throws IOException {
        Study<ScenarioManifest> scenario =
                scenarios.find(id, ScenarioKind.ENVELOPPE).orElseThrow(NotFound::new);
        files.csv(by.id(), response, "programme " + scenario.id(), ProgrammeFile.of(scenarios.computed(scenario)));
    }

    private Optional<ScenarioView> chosen(String id) {
        return scenarios
                .chosen(id, ScenarioKind.ENVELOPPE)
                .flatMap(scenario -> scenarios.view(scenario, current.get()));
    }

    private static LeverForm levers(ScenarioView chosen, Map<String, String> typed) {
        return LeverForm.of(chosen.credits(), chosen.sheet().envelope(), typed);
    }

    /** The scenarios as pages show them. */
    @Component
    record ScenarioViews(Studies studies, Maps maps, Mention mention) {

        /** All of a kind, latest first. */
        List<Study<ScenarioManifest>> lines(ScenarioKind kind) {
            return studies.all(ScenarioManifest.SERIES).stream()
                    .filter(scenario -> scenario.question().about() == kind)
                    .toList();
        }

        /** The one that is shown where nobody chose: the one that is adopted, else the latest with an answer. */
        private Optional<Study<ScenarioManifest>> shown(ScenarioKind kind) {
            return studies.adopted(ScenarioManifest.SERIES, kind.name())
                    .or(() -> lines(kind).stream()
                            .filter(one -> one.isComputed() && one.state() != Study.State.DISCARDED)
                            .findFirst());
        }

        /** One with an answer, by what people call it. */
        Optional<Study<ScenarioManifest>> find(String id, ScenarioKind kind) {
            return studies.find(ScenarioManifest.SERIES, id)
                    .filter(one -> one.question().about() == kind && one.isComputed());
        }

        /** The one that was asked for, which has to be there, or else the one that is shown; empty where none has an answer. */
        Optional<Study<ScenarioManifest>> chosen(String id, ScenarioKind kind) {
            return id.isEmpty() ? shown(kind) : Optional.of(find(id, kind).orElseThrow(NotFound::new));
        }

        private Optional<ScenarioComputed> answer(Study<ScenarioManifest> scenario) {
            return studies.answers(scenario.id(), ScenarioComputed.class).stream()
                    .findFirst();
        }

        ScenarioComputed computed(Study<ScenarioManifest> scenario) {
            return answer(scenario).orElseThrow();
        }

        /** All that the page shows of one; empty where it has no answer. */
        Optional<ScenarioView> view(Study<ScenarioManifest> scenario, PublishedResults published) {
            return answer(scenario)
                    .filter(computed -> computed.getEnveloppe() != null)
                    .map(computed -> view(scenario, computed, computed.getEnveloppe(), published));
        }

        private ScenarioView view(
                Study<ScenarioManifest> scenario,
                ScenarioComputed computed,
                Enveloppe envelope,
                PublishedResults published) {
            ProgrammeSheet sheet = sheet(envelope, published);
            String asking =
                    mention.text(computed.getDemonstration(), published.run().illustration());
            List<WaitingView> waiting = sheet.waiting().stream()
                    .map(row -> WaitingView.of(row, envelope, computed, asking))
                    .toList();
            List<Study.Step> steps = studies.steps(scenario);
            String run = published.run().id();
            return new ScenarioView(scenario, CreditLines.of(scenario), steps, computed, sheet, waiting, run);
        }

        TrialView trial(Enveloppe tried, ScenarioView beside, PublishedResults published) {
            return new TrialView(
                    sheet(tried, published), ChoiceChange.between(beside.sheet().envelope(), tried));
        }

        private ProgrammeSheet sheet(Enveloppe envelope, PublishedResults published) {
            return ProgrammeSheet.of(envelope, published.run().bareme(), maps.region(published));
        }

        /** A scenario of credits on its page: who waits, the next to enter first, and the run that is published now. */
        record ScenarioView(
                Study<ScenarioManifest> scenario,
                CreditLines credits,
                List<Study.Step> steps,
                ScenarioComputed computed,
                ProgrammeSheet sheet,
                List<WaitingView> waiting,
                String published) {

            /** Identifier of the run that it starts from. */
            public String start() {
                return computed.getRun().getRunId();
            }

            /** Whether that is the run that is published now. */
            public boolean current() {
                return start().equals(published);
            }
        }

        /** What other credits, another value or another equity would fund, beside the scenario: kept nowhere. */
        record TrialView(ProgrammeSheet sheet, List<ChoiceChange> changes) {}

        /** An EPCI that waits: the least credit that lets it in, why, and what its maires read, if somebody computed it; whom to ask. */
        record WaitingView(
                WaitingRow row, @Nullable CreditManquant least, List<String> reasons, String maire, String mention) {

            static WaitingView of(WaitingRow row, Enveloppe envelope, ScenarioComputed scenario, String mention) {
                return new WaitingView(
                        row,
                        row.motif() == null
                                ? null
                                : CostReach.least(row.motif()).orElse(null),
                        row.motif() == null ? List.of() : WaitingReasons.of(envelope, row.motif()),
                        WaitingText.of(scenario, row.choice().getEpci()).orElse(""),
                        scenario.getDemonstration() ? "" : mention);
            }
        }
    }
}
