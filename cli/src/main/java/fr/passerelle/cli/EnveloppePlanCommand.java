package fr.passerelle.cli;

import fr.passerelle.envelope.scenario.EnvelopeRequest;
import fr.passerelle.envelope.scenario.Scenario;
import fr.passerelle.envelope.scenario.ScenarioPlanner;
import fr.passerelle.published.decision.StepMotive;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Freezes what a scenario will be. */
@Command(
        name = "plan",
        description =
                "Prépare un scénario : fige l'exécution, le barème, les crédits et la valeur. Rien n'est calculé.")
final class EnveloppePlanCommand extends ApplicationCommand {

    @Mixin
    private final CreditsOption credits = new CreditsOption();

    @Option(
            names = "--as-of",
            paramLabel = "EXECUTION",
            converter = RunNumber.class,
            description = "L'exécution publiée d'où partir ; sinon, celle en vigueur.")
    private @Nullable Long run;

    @Mixin
    private final RequiredMotive motive = new RequiredMotive();

    @Option(names = "--json", description = "Un objet JSON.")
    private boolean json;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        StepMotive why = motive.step();
        Scenario planned = context.partOnDatabase(ScenarioPlanner.class)
                .plan(new EnvelopeRequest(credits.file(), credits.valeur(), run, why));
        ScenarioText.of(planned, context, out(json)).print(json);
        return OutcomePrinter.DONE;
    }
}
