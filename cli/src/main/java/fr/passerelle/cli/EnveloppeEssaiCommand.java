package fr.passerelle.cli;

import fr.passerelle.batch.server.DatabaseServer;
import fr.passerelle.envelope.scenario.EnvelopeAnswers;
import fr.passerelle.envelope.scenario.EnvelopeTrial;
import fr.passerelle.published.current.PublishedRun;
import fr.passerelle.schemas.contract.RecordJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries credits without keeping anything. */
@Command(
        name = "essai",
        description =
                "Essaie des crédits sur une exécution publiée : la réponse en moins d'une minute, sans les motifs,"
                        + " et rien n'est gardé.")
final class EnveloppeEssaiCommand extends ApplicationCommand {

    @Mixin
    private final CreditsOption credits = new CreditsOption();

    @Option(
            names = "--as-of",
            paramLabel = "EXECUTION",
            converter = RunNumber.class,
            description = "L'exécution publiée d'où partir ; sinon, celle en vigueur.")
    private @Nullable Long run;

    @Option(names = "--json", description = "Un objet JSON.")
    private boolean json;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        context.read(DatabaseServer.class).need();
        EnvelopeTrial trial =
                context.read(EnvelopeAnswers.class).of(credits.file(), credits.valeur(), run, err()::println);
        PublishedRun base = trial.run();
        if (json) {
            Map<String, @Nullable Object> fields = RecordJson.fields(trial.answer());
            fields.put("run", base.id());
            fields.put("demonstration", base.demonstration());
            printJson(fields);
        } else {
            out().println(ScenarioText.heading("Essai", base.demonstration(), base.id(), base.asOf())
                    + "rien n'est gardé, rien n'est décidé.");
            new EnveloppeText(trial.answer(), out()).print();
        }
        return OutcomePrinter.DONE;
    }
}
