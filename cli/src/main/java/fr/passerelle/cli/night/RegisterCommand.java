package fr.passerelle.cli.night;

import fr.passerelle.batch.server.Servers;
import fr.passerelle.cli.command.OperatorCommand;
import picocli.CommandLine.Command;

/** Prepares database, topics and registry. */
@Command(
        name = "register",
        description = "Prépare la base, les topics et le registre de schémas ; sans effet si tout est déjà prêt.")
public final class RegisterCommand extends OperatorCommand {

    @Override
    public Integer call() {
        Servers servers = context.part(Servers.class);
        boolean held = servers.register();
        out().println("Base, topics et schémas sont prêts.");
        if (servers.letsAnalystsWrite()) {
            out().println("Le compte des analystes peut écrire dans la base (tables temporaires, objets volumineux) :"
                    + " l'administrateur le lui ôte, docs/operators.md, « Les comptes de la base ».");
        }
        if (!held) {
            out().println("Kafka ne demande à personne qui il est : tout programme qui l'atteint peut écrire dans"
                    + " les topics. En production, comptes et droits : docs/operators.md, « Kafka sous"
                    + " comptes ».");
        }
        return DONE;
    }
}
