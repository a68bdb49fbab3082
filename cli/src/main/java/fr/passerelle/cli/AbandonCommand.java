package fr.passerelle.cli;

import fr.passerelle.batch.nightly.LiveRuns;
import fr.passerelle.published.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a run up. */
@Command(
        name = "abandon",
        description = "Renonce à une exécution interrompue ; ce qu'elle a inscrit reste et la suivante le note.")
final class AbandonCommand extends ApplicationCommand {

    @Parameters(paramLabel = "EXECUTION", converter = RunNumber.class, description = "Son numéro, comme N-000001.")
    private long run;

    @Option(
            names = "--reason",
            paramLabel = "MOTIF",
            defaultValue = "sans motif indiqué",
            description = "Pourquoi, sans nom de personne : le motif est inscrit au journal.")
    private String reason;

    @Override
    public Integer call() {
        Run abandoned = context.partOnDatabase(LiveRuns.class).abandon(run, reason);
        out().println("L'exécution " + abandoned.id()
                + " est abandonnée ; ce qu'elle a inscrit reste, et la prochaine exécution le notera.");
        return OutcomePrinter.DONE;
    }
}
