package fr.passerelle.cli;

import fr.passerelle.batch.export.Extraction;
import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.cli.export.format.ExportFormat;
import fr.passerelle.published.dataset.Dataset;
import fr.passerelle.published.dataset.Extract;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A dataset of a run, as a file to take away. */
@Command(
        name = "export",
        description =
                "Un jeu de données d'une exécution publiée, à emporter : le même fichier, à l'octet près, chaque fois.")
final class ExportCommand extends ApplicationCommand {

    @Parameters(
            paramLabel = "JEU",
            converter = DatasetName.class,
            completionCandidates = DatasetName.class,
            description = "Le jeu de données.")
    @SuppressWarnings("NullAway.Init")
    private Dataset dataset;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            converter = FormatName.class,
            completionCandidates = FormatName.class,
            description = "Le format du fichier.")
    @SuppressWarnings("NullAway.Init")
    private ExportFormat format;

    @Option(
            names = "--output",
            paramLabel = "FICHIER",
            description = "Le fichier ; sinon, JEU-EXECUTION dans le dossier courant, avec « -public » s'il l'est.")
    private @Nullable Path output;

    @Option(
            names = "--run",
            paramLabel = "EXECUTION",
            converter = RunNumber.class,
            description = "L'exécution publiée, comme N-000001 ; sinon, celle qui vaut.")
    private @Nullable Long run;

    @Option(
            names = "--public",
            description =
                    "Pour être publié : sans les motifs des décisions ni détail qui n'est qu'interne, et sous secret"
                            + " statistique.")
    private boolean published;

    @Option(names = "--force", description = "Remplace le fichier s'il existe.")
    private boolean force;

    ExportCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        context.keepOutputForMachines();
        if (output != null) {
            OutputFile.requireFree(output, force);
        }
        Extract extract = context.partOnDatabase(Extraction.class).of(dataset, run, published);
        Path file = output == null ? Path.of(nameOf(extract)) : output;
        if (!published) {
            exported(dataset.id() + " " + extract.provenance().run().id());
        }
        PrintWriter out = out();
        format.write(extract, file, force).forEach(written -> out.println("Écrit : " + written));
        out.println(extract.provenance().warning());
        return OutcomePrinter.DONE;
    }

    private String nameOf(Extract extract) {
        return "%s-%s%s.%s"
                .formatted(dataset.id(), extract.provenance().run().id(), published ? "-public" : "", format.suffix());
    }
}
