package fr.passerelle.cli;

import fr.passerelle.batch.scenario.EnvelopeAnswers;
import fr.passerelle.schemas.event.Enveloppe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries credits without keeping anything. */
@Command(
        name = "essai",
        description = "Essaie des crédits sur ce qui est en vigueur : la réponse en quelques secondes, sans les motifs,"
                + " et rien n'est gardé.")
final class EnveloppeEssaiCommand extends ApplicationCommand {

    @Mixin
    private final CreditsOption credits = new CreditsOption();

    @Option(names = "--json", description = "Un objet JSON.")
    private boolean json;

    EnveloppeEssaiCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        Enveloppe answer = context.partOnDatabase(EnvelopeAnswers.class).of(credits.file(), credits.valeur());
        if (json) {
            printJson(answer);
        } else {
            out().println("Essai : rien n'est gardé, rien n'est décidé.");
            new EnveloppeText(answer, out()).print();
        }
        return OutcomePrinter.DONE;
    }
}
