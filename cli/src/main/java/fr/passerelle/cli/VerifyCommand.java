package fr.passerelle.cli;

import fr.passerelle.batch.verify.Verified;
import fr.passerelle.batch.verify.Verify;
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

    private final Programme programme;

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

    VerifyCommand(Programme programme) {
        this.programme = programme;
    }

    @Override
    public Integer call() {
        if (json) {
            programme.keepOutputForMachines();
        }
        Verified verified = programme.partOnDatabase(Verify.class).check(deep);
        if (json) {
            spec.commandLine().getOut().println(VerifiedText.json(verified));
        } else {
            new VerifiedText(verified, spec.commandLine().getOut()).print();
        }
        return verified.agrees() ? OutcomePrinter.DONE : OutcomePrinter.FAILED;
    }
}
