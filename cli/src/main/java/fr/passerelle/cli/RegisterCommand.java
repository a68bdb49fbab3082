package fr.passerelle.cli;

import fr.passerelle.batch.server.Servers;
import picocli.CommandLine.Command;

/** Prepares database, topics and registry. */
@Command(
        name = "register",
        description = "Prépare la base, les topics et le registre de schémas ; sans effet si tout est déjà prêt.")
final class RegisterCommand extends ApplicationCommand {

    RegisterCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        boolean held = context.part(Servers.class).register();
        out().println("Base, topics et schémas sont prêts.");
        if (!held) {
            out().println("Kafka ne demande à personne qui il est : tout programme qui l'atteint peut écrire dans"
                    + " les topics. En production, comptes et droits : docs/operators.md, « Kafka sous"
                    + " comptes ».");
        }
        return OutcomePrinter.DONE;
    }
}
