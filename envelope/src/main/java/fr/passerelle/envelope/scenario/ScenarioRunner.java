package fr.passerelle.envelope.scenario;

import fr.passerelle.journal.SideRelay;
import fr.passerelle.published.current.PublishedRun;
import fr.passerelle.published.decision.StepMotive;
import fr.passerelle.published.run.RunProgress;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.RunRef;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The operator's side of a scenario: computed, adopted or discarded. It waits for no run and disturbs none, and decides nothing. */
@Component
public class ScenarioRunner {

    private final Scenarios scenarios;
    private final ScenarioPlanner planner;
    private final EnvelopeAnswers answers;
    private final ScenarioWriter writer;
    private final SideRelay relay;
    private final RunProgress progress;

    ScenarioRunner(
            Scenarios scenarios,
            ScenarioPlanner planner,
            EnvelopeAnswers answers,
            ScenarioWriter writer,
            SideRelay relay,
            RunProgress progress) {
        this.scenarios = scenarios;
        this.planner = planner;
        this.answers = answers;
        this.writer = writer;
        this.relay = relay;
        this.progress = progress;
    }

    /**
     * Computes a scenario as it was planned; once computed, changes nothing.
     *
     * @throws RunRefused when it is discarded, is not what was planned any more, or no choice may be; nothing was written
     */
    public ScenarioOutcome run(long no) {
        Scenario scenario = scenarios.get(no);
        boolean changed = switch (scenario.state()) {
            case PLANNED -> writer.compute(no, computed(scenario));
            case COMPUTED, ADOPTED -> false;
            case DISCARDED ->
                throw new RunRefused("Le scénario " + scenario.id()
                        + " est écarté : préparez-en un autre (« ./passerelle enveloppe plan »).");
        };
        return outcome(no, changed);
    }

    /**
     * Adopts a scenario, with which the next ones are compared. One that holds already stays so.
     *
     * @throws RunRefused when it is not computed; nothing was written
     */
    public ScenarioOutcome adopt(long no, StepMotive motive) {
        Scenario scenario = scenarios.get(no);
        boolean changed = switch (scenarios.standing(scenario)) {
            case COMPUTED, REPLACED -> true;
            case ADOPTED -> false;
            case PLANNED ->
                throw new RunRefused("Le scénario " + scenario.id()
                        + " n'est pas calculé : « ./passerelle enveloppe run " + scenario.id() + " » d'abord.");
            case DISCARDED ->
                throw new RunRefused("Le scénario " + scenario.id() + " est écarté : il ne s'adopte plus.");
        };
        return changed && !writer.adopt(scenario, motive) ? adopt(no, motive) : outcome(no, changed);
    }

    /**
     * Discards a scenario. Once discarded, nothing is done.
     *
     * @throws RunRefused when it is adopted, or was: another takes its place; nothing was written
     */
    public ScenarioOutcome discard(long no, StepMotive motive) {
        Scenario scenario = scenarios.get(no);
        if (scenario.state() == Scenario.State.ADOPTED) {
            String is = scenarios.standing(scenario) == ScenarioStanding.ADOPTED ? "est" : "a été";
            throw new RunRefused("Le scénario " + scenario.id() + " " + is
                    + " adopté : il ne s'écarte pas ; adoptez-en un autre à sa place.");
        }
        boolean changed = scenario.state() != Scenario.State.DISCARDED;
        return changed && !writer.discard(scenario, motive)
                ? discard(no, motive)
                : new ScenarioOutcome(scenarios.get(no), changed, null);
    }

    private ScenarioComputed computed(Scenario scenario) {
        ScenarioBasis basis = planner.require(scenario);
        PublishedRun run = basis.published().run();
        ScenarioComputed.Builder computed = ScenarioComputed.newBuilder()
                .setScenarioNo(scenario.no())
                .setScenarioId(scenario.id())
                .setKind(scenario.kind())
                .setManifestHash(scenario.manifestHash())
                .setRun(new RunRef(run.no(), run.id(), run.bareme().sha256()))
                .setAsOf(run.asOf())
                .setResultHash(run.hash())
                .setBaremeHash(run.bareme().sha256())
                .setCreditsHash(scenario.manifest().creditsHash())
                .setDemonstration(run.demonstration());
        return switch (scenario.kind()) {
            case ENVELOPPE -> computed.setEnveloppe(enveloppe(scenario, basis)).build();
            case IMPLANTATION ->
                computed.setImplantation(LocationAnswers.solve(basis, scenario.manifest()))
                        .build();
        };
    }

    private Enveloppe enveloppe(Scenario scenario, ScenarioBasis basis) {
        try (SolverStages stages = new SolverStages(progress)) {
            return EnvelopeAnswers.solve(
                    basis,
                    ScenarioPlanner.credits(scenario),
                    Objects.requireNonNull(scenario.manifest().valeur(), "An envelope has a value"),
                    answers.adopted(scenario.manifest().adopted()),
                    true,
                    stages);
        }
    }

    private ScenarioOutcome outcome(long no, boolean changed) {
        return new ScenarioOutcome(scenarios.get(no), changed, relay.attempt().orElse(null));
    }
}
