package fr.passerelle.cli;

import fr.passerelle.batch.rebuild.RebuildTopics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fills lost topics again from the journal. */
@Command(
        name = "rebuild-topics",
        description = "Supprime les topics et les refait depuis le journal ; events doit être arrêté. Interrompue, "
                + "la commande se relance.")
final class RebuildTopicsCommand extends ApplicationCommand {

    @Option(
            names = "--empty",
            description =
                    "Vide d'abord le modèle de lecture : après un changement de programme, des résultats qu'il ne "
                            + "donne plus y resteraient. Rien n'est visible tant qu'events n'a pas relu le journal.")
    private boolean empty;

    @Option(names = "--json", description = "Finit par un objet JSON ; le déroulement va sur la sortie d'erreur.")
    private boolean json;

    @Override
    public Integer call() {
        if (json) {
            context.keepOutputForMachines();
        }
        say(context.partOnDatabase(RebuildTopics.class).run(empty));
        return OutcomePrinter.DONE;
    }

    private void say(RebuildTopics.Report report) {
        if (json) {
            printJson(report);
            return;
        }
        out().println("Les topics sont refaits : "
                + CommandFrench.counted(report.records(), "enregistrement relayé", "enregistrements relayés")
                + ", "
                + CommandFrench.counted(report.forgotten(), "résultat retiré", "résultats retirés")
                + " du modèle de lecture.");
        out().println("À faire : démarrez events (« ./passerelle up »), qui recalcule les résultats, puis "
                + "« ./passerelle verify --deep » ; une exécution arrêtée se reprend ensuite "
                + "(« ./passerelle runs »).");
    }
}
