package fr.passerelle.cli;

import fr.passerelle.batch.verify.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether all that is there still follows from the journal. */
@Command(
        name = "verify",
        description = "Vérifie que les topics, l'état et les résultats découlent du journal ; ne change rien.")
final class VerifyCommand extends ApplicationCommand {

    @Option(
            names = "--deep",
            description =
                    "Recalcule tout depuis le journal, en mémoire, et compare octet par octet : nomme la première "
                            + "différence de chaque domaine.")
    private boolean deep;

    @Option(names = "--json", description = "Un objet JSON ; le déroulement va sur la sortie d'erreur.")
    private boolean json;

    @Override
    public Integer call() {
        if (json) {
            context.keepOutputForMachines();
        }
        Verification.Report report = context.partOnDatabase(Verification.class).check(deep);
        if (json) {
            printJson(VerificationJson.of(report));
        } else {
            new VerificationText(report, out()).print();
        }
        return report.agrees() ? OutcomePrinter.DONE : OutcomePrinter.FAILED;
    }
}
