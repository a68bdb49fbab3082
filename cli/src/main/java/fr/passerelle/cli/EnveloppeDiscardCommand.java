package fr.passerelle.cli;

import fr.passerelle.envelope.scenario.ScenarioOutcome;
import fr.passerelle.envelope.scenario.ScenarioRunner;
import fr.passerelle.published.decision.StepMotive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a scenario aside. */
@Command(name = "discard", description = "Écarte un scénario préparé ou calculé : sa fiche et ce qu'il a dit restent.")
final class EnveloppeDiscardCommand extends ApplicationCommand {

    @Parameters(paramLabel = "SCENARIO", converter = ScenarioNumber.class, description = "Son numéro, comme S-000001.")
    private long no;

    @Mixin
    private final OptionalMotive motive = new OptionalMotive();

    @Option(names = "--json", description = "Un objet JSON.")
    private boolean json;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        StepMotive why = motive.step();
        ScenarioOutcome outcome = context.partOnDatabase(ScenarioRunner.class).discard(no, why);
        String id = outcome.scenario().id();
        if (json) {
            ScenarioText.of(outcome.scenario(), context, machines()).print(true);
        } else {
            out().println(
                            outcome.changed()
                                    ? "Le scénario " + id
                                            + " est écarté ; sa fiche reste (« ./passerelle enveloppe show " + id
                                            + " »)."
                                    : "Le scénario " + id + " est déjà écarté : rien n'est fait.");
        }
        return OutcomePrinter.DONE;
    }
}
