package fr.passerelle.cli;

import fr.passerelle.batch.recovery.Recovery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finds what died. */
@Command(
        name = "recover",
        description =
                "Après une panne : marque les exécutions dont le processus est mort, et dit comment les reprendre.")
final class RecoverCommand extends ApplicationCommand {

    @Option(
            names = "--fence",
            description = "La machine ou le processus qui tient le verrou est mort ou gelé : termine d'abord toutes ses"
                    + " sessions dans la base. S'il se réveille, il n'écrit plus rien.")
    private boolean fence;

    @Option(names = "--json", description = "Un objet JSON.")
    private boolean json;

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        Recovery.Report report = context.partOnDatabase(Recovery.class).recover(fence);
        answer(json, () -> report, () -> RecoveryText.lines(report));
        return OutcomePrinter.DONE;
    }
}
