package fr.passerelle.batch.cli;

import fr.passerelle.batch.run.Explanations;
import fr.passerelle.rules.explanation.text.Dossier;
import fr.passerelle.rules.explanation.text.MaireText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A proposal explained to those it concerns. */
@Command(name = "explain", description = "Explique ce qui est proposé pour une salle ou une intercommunalité.")
final class ExplainCommand implements Callable<Integer> {

    private final Programme programme;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "SALLE|EPCI", description = "Identifiant d'une salle, ou SIREN d'une intercommunalité.")
    @SuppressWarnings("NullAway.Init")
    private String subject;

    ExplainCommand(Programme programme) {
        this.programme = programme;
    }

    @Override
    public Integer call() {
        programme.keepOutputForMachines();
        Explanations.Current current =
                programme.partOnDatabase(Explanations.class).current();
        Dossier dossier = Dossier.of(current.proposals(), subject)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "« " + subject + " » n'est ni une salle ni une intercommunalité connue."));
        spec.commandLine().getOut().println(MaireText.of(dossier));
        return OutcomePrinter.DONE;
    }
}
