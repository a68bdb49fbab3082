package fr.passerelle.cli.export;

import fr.passerelle.cli.command.Arguments.RunOption;
import fr.passerelle.cli.command.Arguments.VocabularyWord;
import fr.passerelle.cli.command.OperatorCommand;
import fr.passerelle.dataset.Dataset;
import fr.passerelle.dataset.Extraction;
import fr.passerelle.dataset.Provenance;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.sources.territory.ReferenceFacts;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A dataset of a run, as a file to take away. */
@Command(
        name = "export",
        description =
                "Un jeu de données d'une exécution publiée, à emporter : le même fichier, à l'octet près, chaque fois.")
public final class ExportCommand extends OperatorCommand {

    @Parameters(
            paramLabel = "JEU",
            arity = "0..1",
            converter = DatasetName.class,
            completionCandidates = DatasetName.class,
            description = "Le jeu de données.")
    private @Nullable Dataset dataset;

    @Option(
            names = "--all",
            paramLabel = "DOSSIER",
            description = "Tous les jeux de données, en CSV, dans ce dossier, et un datapackage.json qui les décrit.")
    private @Nullable Path all;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = FormatName.class,
            completionCandidates = FormatName.class,
            description = "Le format du fichier ; pas avec --all.")
    private @Nullable ExportFormat format;

    @Option(
            names = "--output",
            paramLabel = "FICHIER",
            description = "Le fichier ; sinon, JEU-EXECUTION dans le dossier courant, avec « -public » s'il l'est.")
    private @Nullable Path output;

    @Mixin
    private final RunOption run = new RunOption();

    @Option(
            names = "--public",
            description =
                    "Pour être publié : sans les motifs des décisions ni détail qui n'est qu'interne, et sous secret"
                            + " statistique.")
    private boolean published;

    @Option(names = "--force", description = "Remplace le fichier s'il existe.")
    private boolean force;

    @Override
    public Integer call() {
        Provenance provenance = all == null ? exportOne(dataset, format) : exportAll(all);
        out().println(provenance.warning());
        if ((dataset == null || dataset.takesCalendars())
                && context.read(Extraction.class).leavesCalendarsOut(provenance)) {
            out().println("Des calendriers ont été publiés après l'exécution "
                    + provenance.run().id()
                    + " : leurs séances n'y sont pas. La prochaine exécution publiée les portera.");
        }
        return DONE;
    }

    private Provenance exportOne(@Nullable Dataset asked, @Nullable ExportFormat form) {
        if (asked == null) {
            throw wrongUse("Il manque : JEU, ou --all.");
        }
        if (form == null) {
            throw wrongUse("Il manque : --format.");
        }
        OutputFile.requireFree(output, force);
        Extraction extraction = context.read(Extraction.class);
        Provenance provenance = extraction.provenance(asked.id(), run.number(), published);
        Table<?> table = extraction.of(asked, provenance, this::postalCodes);
        String name = asked.id() + "-" + provenance.run().id() + (published ? "-public." : ".") + form.suffix();
        Path file = output == null ? Path.of(name) : output;
        note(provenance);
        form.write(provenance, table, file, force).forEach(this::written);
        return provenance;
    }

    private Provenance exportAll(Path folder) {
        if (dataset != null || format != null || output != null) {
            throw wrongUse("Avec --all, ne donnez ni « JEU », ni --format, ni --output.");
        }
        DataPackage files = new DataPackage(folder, force);
        Extraction extraction = context.read(Extraction.class);
        Provenance provenance = extraction.provenance("tout", run.number(), published);
        note(provenance);
        extraction.each(provenance, this::postalCodes, (dataset, table) -> written(files.add(dataset, table)));
        written(files.describe(provenance));
        return provenance;
    }

    private List<String> postalCodes(String commune) {
        return context.read(ReferenceFacts.class).postalCodes(commune);
    }

    private void note(Provenance provenance) {
        if (!published) {
            exported(provenance.dataset() + " " + provenance.run().id());
        }
    }

    private static final class DatasetName extends VocabularyWord<Dataset> {

        DatasetName() {
            super("pas un jeu de données", List.of(Dataset.values()), Dataset::id);
        }
    }

    private static final class FormatName extends VocabularyWord<ExportFormat> {

        FormatName() {
            super("pas un format", List.of(ExportFormat.values()), ExportFormat::id);
        }
    }
}
