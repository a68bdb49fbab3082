package fr.passerelle.cli;

import fr.passerelle.batch.nightly.UnfinishedRuns;
import fr.passerelle.published.result.Reports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes up a run. */
@Command(name = "restart", description = "Reprend une exécution interrompue, là où elle s'est arrêtée.")
final class RestartCommand implements Callable<Integer> {

    private final CommandContext context;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "EXECUTION", converter = RunNumber.class, description = "Son numéro, comme N-000001.")
    private long run;

    @Option(
            names = "--file",
            paramLabel = "FICHIER",
            description =
                    "Un fichier de l'exécution, là où il est maintenant ; reconnu à son contenu. Autant de fois qu'il "
                            + "en faut.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--json", description = "Finit par un objet JSON ; le déroulement va sur la sortie d'erreur.")
    private boolean json;

    RestartCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (json) {
            context.keepOutputForMachines();
        }
        return new OutcomePrinter(context.part(Reports.class), spec.commandLine(), json)
                .print(context.partOnDatabase(UnfinishedRuns.class).restart(run, files));
    }
}
