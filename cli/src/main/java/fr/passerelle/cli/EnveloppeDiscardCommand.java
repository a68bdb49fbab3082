package fr.passerelle.cli;

import fr.passerelle.batch.scenario.ScenarioOutcome;
import fr.passerelle.batch.scenario.ScenarioRunner;
import fr.passerelle.published.decision.StepMotive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a scenario aside. */
@Command(name = "discard", description = "Écarte un scénario préparé ou calculé : sa fiche et ce qu'il a dit restent.")
final class EnveloppeDiscardCommand extends ApplicationCommand {

    @Parameters(paramLabel = "SCENARIO", converter = ScenarioNumber.class, description = "Son numéro, comme S-000001.")
    private long no;

    @Option(
            names = "--reason",
            paramLabel = "MOTIF",
            defaultValue = "sans motif indiqué",
            description = "Pourquoi, sans nom de personne : le motif est gardé.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Option(
            names = "--by",
            paramLabel = "COMPTE",
            defaultValue = "c-0",
            description = "Compte opaque de qui l'écarte, comme c-12 ; sinon ${DEFAULT-VALUE}, aucun compte.")
    @SuppressWarnings("NullAway.Init")
    private String account;

    @Option(names = "--json", description = "Un objet JSON.")
    private boolean json;

    EnveloppeDiscardCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        StepMotive why = new StepMotive(reason, account);
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
