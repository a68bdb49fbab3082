package fr.passerelle.cli;

import fr.passerelle.batch.nightly.LiveRuns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes up a run. */
@Command(name = "restart", description = "Reprend une exécution interrompue, là où elle s'est arrêtée.")
final class RestartCommand extends RunCommand {

    @Parameters(paramLabel = "EXECUTION", converter = RunNumber.class, description = "Son numéro, comme N-000001.")
    private long run;

    @Option(
            names = "--file",
            paramLabel = "FICHIER",
            converter = InputPath.class,
            description =
                    "Un fichier de l'exécution, là où il est maintenant ; reconnu à son contenu. Autant de fois qu'il "
                            + "en faut.")
    private List<Path> files = new ArrayList<>();

    @Override
    public Integer call() {
        return conclude(() -> context.partOnDatabase(LiveRuns.class).restart(run, files));
    }
}
