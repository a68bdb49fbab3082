package fr.passerelle.cli;

import fr.passerelle.envelope.scenario.ScenarioOutcome;
import fr.passerelle.envelope.scenario.ScenarioRunner;
import fr.passerelle.published.decision.StepMotive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adopts a scenario. */
@Command(
        name = "adopt",
        description = "Adopte un scénario calculé : les suivants s'y comparent. Rien n'est décidé : une décision"
                + " s'enregistre avec « decide ».")
final class EnveloppeAdoptCommand extends ApplicationCommand {

    @Parameters(paramLabel = "SCENARIO", converter = ScenarioNumber.class, description = "Son numéro, comme S-000001.")
    private long no;

    @Mixin
    private final RequiredMotive motive = new RequiredMotive();

    @Option(names = "--json", description = "Un objet JSON.")
    private boolean json;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        StepMotive why = motive.step();
        ScenarioOutcome outcome = context.partOnDatabase(ScenarioRunner.class).adopt(no, why);
        String id = outcome.scenario().id();
        if (json) {
            ScenarioText.of(outcome.scenario(), context, machines()).print(true);
        } else {
            out().println(
                            outcome.changed()
                                    ? "Le scénario " + id
                                            + " est adopté : les suivants s'y comparent. Rien n'est décidé."
                                    : "Le scénario " + id + " est déjà adopté : rien n'est fait.");
        }
        ScenarioText.pending(outcome, err());
        return OutcomePrinter.DONE;
    }
}
