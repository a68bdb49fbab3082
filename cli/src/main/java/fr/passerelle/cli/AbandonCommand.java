package fr.passerelle.cli;

import fr.passerelle.batch.nightly.UnfinishedRuns;
import fr.passerelle.published.run.Run;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives a run up. */
@Command(
        name = "abandon",
        description = "Renonce à une exécution interrompue ; ce qu'elle a inscrit reste et la suivante le note.")
final class AbandonCommand implements Callable<Integer> {

    private final CommandContext context;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "EXECUTION", converter = RunNumber.class, description = "Son numéro, comme N-000001.")
    private long run;

    @Option(
            names = "--reason",
            paramLabel = "MOTIF",
            defaultValue = "sans motif indiqué",
            description = "Pourquoi, sans nom de personne : le motif est inscrit au journal.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    AbandonCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Run abandoned = context.partOnDatabase(UnfinishedRuns.class).abandon(run, reason);
        spec.commandLine()
                .getOut()
                .println("L'exécution " + abandoned.id()
                        + " est abandonnée ; ce qu'elle a inscrit reste, et la prochaine exécution le notera.");
        return OutcomePrinter.DONE;
    }
}
