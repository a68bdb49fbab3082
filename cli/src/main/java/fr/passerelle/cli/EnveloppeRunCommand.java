package fr.passerelle.cli;

import fr.passerelle.envelope.scenario.ScenarioOutcome;
import fr.passerelle.envelope.scenario.ScenarioRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Computes a scenario. */
@Command(
        name = "run",
        description = "Calcule un scénario tel qu'il a été préparé ; refuse si ce qu'il a figé a changé. Une fois"
                + " calculé, il ne l'est plus.")
final class EnveloppeRunCommand extends ApplicationCommand {

    @Parameters(paramLabel = "SCENARIO", converter = ScenarioNumber.class, description = "Son numéro, comme S-000001.")
    private long no;

    @Option(names = "--json", description = "Finit par un objet JSON ; le déroulement va sur la sortie d'erreur.")
    private boolean json;

    @Override
    public Integer call() {
        if (json) {
            context.keepOutputForMachines();
        }
        ScenarioOutcome outcome = context.partOnDatabase(ScenarioRunner.class).run(no);
        if (!outcome.changed()) {
            err().println("Le scénario " + outcome.scenario().id() + " est déjà calculé : rien n'est fait.");
        }
        ScenarioText.of(outcome.scenario(), context, out(json)).print(json);
        ScenarioText.pending(outcome, err());
        return OutcomePrinter.DONE;
    }
}
