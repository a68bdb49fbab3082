package fr.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.cli.Passerelle.RootCommand;
import fr.passerelle.cli.command.FrenchFailure;
import fr.passerelle.cli.command.OperatorCommand;
import fr.passerelle.schemas.fault.OutsideFault;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.schemas.person.SafeWords.Quote;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FrenchFailureTest {

    private final StringWriter err = new StringWriter();
    private final CommandLine line = new CommandLine(RootCommand.class)
            .setErr(new PrintWriter(err, true))
            .setUnmatchedArgumentsAllowed(true);

    /** As when a replay is discarded while events still holds it, outside any job. */
    @Test
    void saysWhatARunCouldNotDoWhereverItWasThrown() {
        Exception failure = new IllegalStateException(new OutsideFault("Arrêtez events, puis recommencez."));

        assertThat(handled(failure)).isEqualTo(OperatorCommand.FAILED);
        assertThat(err).hasToString("Arrêtez events, puis recommencez." + System.lineSeparator());
    }

    /** A number that nothing has is a slip of the hand, not a failure: whoever scripts it has to tell them apart. */
    @Test
    void tellsWrongUseFromAStateThatDoesNotAllowIt() {
        assertThat(handled(RunRefused.wrongUse("Aucune exécution ne porte le numéro 9.")))
                .isEqualTo(OperatorCommand.WRONG_USE);
        assertThat(handled(new RunRefused("Une exécution est en cours."))).isEqualTo(OperatorCommand.FAILED);
    }

    @Test
    void namesOnlyTheKindOfWhatNobodyForesaw() {
        assertThat(handled(new IllegalStateException("Jeanne Planquette"))).isEqualTo(OperatorCommand.FAILED);
        assertThat(err.toString())
                .contains("Erreur inattendue : IllegalStateException.")
                .doesNotContain("Planquette");
    }

    /** Of the names of files, those that were typed, and only on a terminal: elsewhere what is told may be kept. */
    @Test
    void tellsTheNameOfAFileBackOnTheTerminalWhereItWasTyped() {
        UnusableFile refusal = new UnusableFile("Le fichier « " + Quote.of("relevé Planquette.csv") + " » et « "
                + Quote.of("autre Planquette.csv") + " » sont vides.");
        System.setProperty("passerelle.terminal", "true");
        try {
            handled(refusal, "check", "dossier/relevé Planquette.csv");
        } finally {
            System.clearProperty("passerelle.terminal");
        }
        assertThat(err.toString()).contains("« relevé Planquette.csv »").doesNotContain("autre Planquette");

        err.getBuffer().setLength(0);
        handled(refusal, "check", "dossier/relevé Planquette.csv");

        assertThat(err.toString()).doesNotContain("Planquette");
    }

    private int handled(Exception failure, String... typed) {
        return new FrenchFailure().handleExecutionException(failure, line, line.parseArgs(typed));
    }
}
