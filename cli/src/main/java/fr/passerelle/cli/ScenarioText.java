package fr.passerelle.cli;

import fr.passerelle.envelope.scenario.Scenario;
import fr.passerelle.envelope.scenario.ScenarioOutcome;
import fr.passerelle.envelope.scenario.ScenarioStanding;
import fr.passerelle.envelope.scenario.ScenarioStep;
import fr.passerelle.envelope.scenario.Scenarios;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.event.ScenarioKind;
import fr.passerelle.schemas.fault.RunRefused;
import java.io.PrintWriter;
import java.util.Optional;

/** One scenario for people: what it froze, what it found, what to do. */
final class ScenarioText {

    private static final int NAME = 14;
    private static final String COMMAND = "« ./passerelle enveloppe ";

    private final Scenario scenario;
    private final Scenarios scenarios;
    private final Run base;
    private final PrintWriter out;

    private ScenarioText(Scenario scenario, Scenarios scenarios, Run base, PrintWriter out) {
        this.scenario = scenario;
        this.scenarios = scenarios;
        this.base = base;
        this.out = out;
    }

    /** All that the application knows of a scenario. */
    static ScenarioText of(Scenario scenario, CommandContext context, PrintWriter out) {
        return new ScenarioText(
                scenario,
                context.read(Scenarios.class),
                context.read(Runs.class).get(scenario.manifest().run()),
                out);
    }

    /** @throws RunRefused when it has computed nothing yet */
    static ScenarioComputed computed(Scenario scenario, CommandContext context) {
        return context.read(Scenarios.class)
                .computed(scenario.no())
                .orElseThrow(() -> new RunRefused("Le scénario " + scenario.id() + " n'est pas calculé : " + COMMAND
                        + "run " + scenario.id() + " » d'abord."));
    }

    /** What begins all that is told of one: « S-000001 (reconstitution), exécution N-000001, situation 2017-10 : ne décide rien. » */
    static String heading(ScenarioComputed computed) {
        return heading(
                        computed.getScenarioId(),
                        computed.getDemonstration(),
                        computed.getRun().getRunId(),
                        computed.getAsOf())
                + "ne décide rien.";
    }

    /** Of which run something is, and whether that is a reconstruction: « Essai (reconstitution), exécution N-000001, situation 2017-10 : ». */
    static String heading(String what, boolean demonstration, String run, String asOf) {
        return what + (demonstration ? " (reconstitution)" : "") + ", exécution " + run + ", situation " + asOf + " : ";
    }

    /** Says that Kafka did not take what was recorded, where it did not. */
    static void pending(ScenarioOutcome outcome, PrintWriter err) {
        if (outcome.pending() != null) {
            err.println("L'enregistrement n'est pas encore sur son topic (" + outcome.pending()
                    + "). La prochaine commande de scénario, ou la prochaine nuit, le portera.");
        }
    }

    /** Whether it is done, and what became of it. */
    static String state(ScenarioStanding standing) {
        return switch (standing) {
            case PLANNED -> "préparé";
            case COMPUTED -> "calculé";
            case ADOPTED -> "adopté";
            case REPLACED -> "remplacé";
            case DISCARDED -> "écarté";
        };
    }

    /** @param json whether a machine reads it */
    void print(boolean json) {
        Optional<ScenarioComputed> computed = scenarios.computed(scenario.no());
        if (json) {
            out.println(RecordJson.write(ScenarioJson.of(scenario, scenarios, base, computed.orElse(null))));
            return;
        }
        out.println("Scénario " + scenario.id() + (base.demonstration() ? " (reconstitution)" : "") + " : "
                + state(scenarios.standing(scenario)) + " ; il ne décide rien");
        plan();
        scenarios.steps(scenario.no()).forEach(this::step);
        line("à faire", whatToDo());
        computed.map(ScenarioComputed::getEnveloppe).ifPresent(answer -> {
            out.println();
            new EnveloppeText(answer, out).print();
        });
        computed.map(ScenarioComputed::getImplantation).ifPresent(answer -> {
            out.println();
            new ImplantationText(answer, out).print();
        });
    }

    private void plan() {
        line(
                "préparé le",
                RunText.day(scenario.plannedAt()) + ", par " + scenario.account() + " : " + scenario.reason());
        line("part de", base.id() + ", barème " + base.baremeId() + ", situation " + base.asOf());
        if (scenario.manifest().adopted() != null) {
            line("comparé à", Scenario.idOf(scenario.manifest().adopted()) + ", alors adopté");
        }
        line("manifeste", scenario.manifestHash());
    }

    private void step(ScenarioStep step) {
        line("geste", name(step.kind()) + " le " + RunText.day(step.doneAt()) + ", par " + step.account());
    }

    private static String name(ScenarioStep.Kind kind) {
        return switch (kind) {
            case PLAN -> "préparé";
            case RUN -> "calculé";
            case ADOPT -> "adopté";
            case DISCARD -> "écarté";
        };
    }

    private String whatToDo() {
        String id = scenario.id();
        return switch (scenarios.standing(scenario)) {
            case PLANNED -> COMMAND + "run " + id + " » le calcule, " + COMMAND + "discard " + id + " » l'écarte";
            case COMPUTED ->
                (scenario.kind() == ScenarioKind.ENVELOPPE
                                ? COMMAND + "diff " + id + " » le compare, " + COMMAND + "explain " + id
                                        + " SIREN » dit pourquoi, "
                                : "")
                        + COMMAND + "adopt " + id + " --reason \"…\" » l'adopte, " + COMMAND + "discard " + id
                        + " » l'écarte";
            case ADOPTED -> "rien ; il ne décide rien : une décision s'enregistre avec « ./passerelle decide »";
            case REPLACED -> "rien ; " + COMMAND + "adopt " + id + " --reason \"…\" » y revient";
            case DISCARDED -> "rien";
        };
    }

    private void line(String name, String text) {
        out.println("  " + name + " ".repeat(Math.max(1, NAME - name.length())) + text);
    }
}
