package fr.passerelle.cli;

import fr.passerelle.batch.verify.Verification;
import fr.passerelle.batch.verify.VerificationReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether all that is there still follows from the journal. */
@Command(
        name = "verify",
        description = "Vérifie que les topics, l'état et les résultats découlent du journal ; ne change rien.")
final class VerifyCommand implements Callable<Integer> {

    private final CommandContext context;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--deep",
            description =
                    "Recalcule tout depuis le journal, en mémoire, et compare octet par octet : nomme la première "
                            + "différence de chaque domaine.")
    private boolean deep;

    @Option(names = "--json", description = "Un objet JSON ; le déroulement va sur la sortie d'erreur.")
    private boolean json;

    VerifyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (json) {
            context.keepOutputForMachines();
        }
        VerificationReport report = context.partOnDatabase(Verification.class).check(deep);
        if (json) {
            spec.commandLine().getOut().println(VerificationText.json(report));
        } else {
            new VerificationText(report, spec.commandLine().getOut()).print();
        }
        return report.agrees() ? OutcomePrinter.DONE : OutcomePrinter.FAILED;
    }
}
