package fr.passerelle.console.programme;

import fr.passerelle.console.ConsoleSettings;
import fr.passerelle.console.map.Maps;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.envelope.programme.ChoiceChange;
import fr.passerelle.envelope.programme.WaitingRow;
import fr.passerelle.envelope.scenario.CreditLines;
import fr.passerelle.envelope.scenario.Scenario;
import fr.passerelle.envelope.scenario.ScenarioStanding;
import fr.passerelle.envelope.scenario.ScenarioStep;
import fr.passerelle.envelope.scenario.Scenarios;
import fr.passerelle.envelope.text.CostReach;
import fr.passerelle.envelope.text.WaitingReasons;
import fr.passerelle.envelope.text.WaitingText;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.event.CreditManquant;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.event.ScenarioKind;
import fr.passerelle.texts.MentionText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The scenarios as pages show them. */
@Component
class ScenarioViews {

    private final Scenarios scenarios;
    private final Maps maps;
    private final ConsoleSettings.Mention mention;

    ScenarioViews(Scenarios scenarios, Maps maps, ConsoleSettings settings) {
        this.scenarios = scenarios;
        this.maps = maps;
        this.mention = settings.mention();
    }

    /** All of a kind, latest first. */
    List<ScenarioLine> lines(ScenarioKind kind) {
        return scenarios.all().stream()
                .filter(scenario -> scenario.kind() == kind)
                .map(this::line)
                .toList();
    }

    ScenarioLine line(Scenario scenario) {
        return new ScenarioLine(scenario, scenarios.standing(scenario));
    }

    /** The one that is shown where nobody chose: the one that is adopted, else the latest with an answer. */
    private Optional<Scenario> shown(ScenarioKind kind) {
        return scenarios
                .adopted(kind)
                .map(scenarios::get)
                .or(() -> lines(kind).stream()
                        .map(ScenarioLine::scenario)
                        .filter(ScenarioViews::isShown)
                        .findFirst());
    }

    private static boolean isShown(Scenario scenario) {
        return scenario.isComputed() && scenario.state() != Scenario.State.DISCARDED;
    }

    /** One with an answer, by what people call it. */
    Optional<Scenario> find(String id, ScenarioKind kind) {
        return scenarios.find(id).filter(one -> one.kind() == kind && one.isComputed());
    }

    /**
     * The one that was asked for, or else the one that is shown; empty where none has an answer.
     *
     * @throws NotFound where one was asked for that is not there
     */
    Optional<Scenario> chosen(String id, ScenarioKind kind) {
        return id.isEmpty() ? shown(kind) : Optional.of(find(id, kind).orElseThrow(NotFound::new));
    }

    /** What one computed. */
    ScenarioComputed computed(Scenario scenario) {
        return scenarios.computed(scenario.no()).orElseThrow();
    }

    /** All that the page shows of one; empty where it has no answer. */
    Optional<ScenarioView> view(Scenario scenario, PublishedResults published) {
        return scenarios
                .computed(scenario.no())
                .filter(computed -> computed.getEnveloppe() != null)
                .map(computed -> view(scenario, computed, computed.getEnveloppe(), published));
    }

    private ScenarioView view(
            Scenario scenario, ScenarioComputed computed, Enveloppe envelope, PublishedResults published) {
        ProgrammeSheet sheet = sheet(envelope, published);
        String asking = MentionText.of(
                computed.getDemonstration(), published.run().illustration(), mention.service(), mention.adresse());
        return new ScenarioView(
                line(scenario),
                CreditLines.of(Objects.requireNonNull(scenario.credits())),
                scenarios.steps(scenario.no()),
                computed,
                sheet,
                sheet.waiting().stream()
                        .map(row -> WaitingView.of(row, envelope, computed, asking))
                        .toList(),
                published.run().id());
    }

    /** What a trial gives, beside a scenario. */
    TrialView trial(Enveloppe tried, ScenarioView beside, PublishedResults published) {
        return new TrialView(
                sheet(tried, published), ChoiceChange.between(beside.sheet().envelope(), tried));
    }

    private ProgrammeSheet sheet(Enveloppe envelope, PublishedResults published) {
        return ProgrammeSheet.of(envelope, published.run().bareme(), maps.region(published));
    }

    /** A scenario in the list of them. */
    record ScenarioLine(Scenario scenario, ScenarioStanding standing) {}

    /**
     * A scenario of credits on its page.
     *
     * @param steps who took which, in order
     * @param waiting the next to enter first
     * @param published identifier of the run that is published now
     */
    record ScenarioView(
            ScenarioLine line,
            CreditLines credits,
            List<ScenarioStep> steps,
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

    /**
     * An EPCI that waits, as its fold shows it.
     *
     * @param reasons five sentences; none where nobody computed why
     * @param least the least credit that lets it in; null where none does, or nobody computed why
     * @param maire what its maires read; empty where nobody computed why
     * @param mention whom to ask; empty where the text ends with a word of its own, or there is none
     */
    record WaitingView(WaitingRow row, @Nullable CreditManquant least, List<String> reasons, String maire, String mention) {

        static WaitingView of(WaitingRow row, Enveloppe envelope, ScenarioComputed scenario, String mention) {
            return new WaitingView(
                    row,
                    row.motif() == null ? null : CostReach.least(row.motif()).orElse(null),
                    row.motif() == null ? List.of() : WaitingReasons.of(envelope, row.motif()),
                    WaitingText.of(scenario, row.choice().getEpci()).orElse(""),
                    scenario.getDemonstration() ? "" : mention);
        }
    }
}
