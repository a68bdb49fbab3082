package fr.passerelle.cli.export;

import fr.passerelle.cli.command.Arguments.RunNumber;
import fr.passerelle.cli.command.OperatorCommand;
import fr.passerelle.cli.command.TextTable;
import fr.passerelle.cli.export.ExportCommand.DatasetName;
import fr.passerelle.dataset.Dataset;
import fr.passerelle.dataset.Extraction;
import fr.passerelle.dataset.Provenance;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.sources.territory.ReferenceFacts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A dataset of a run, to look at: the rows and columns of its export. */
@Command(
        name = "list",
        description =
                "Un jeu de données d'une exécution publiée, à l'écran : les lignes et les colonnes de son export.")
public final class ListCommand extends OperatorCommand {

    @Parameters(
            paramLabel = "JEU",
            converter = DatasetName.class,
            completionCandidates = DatasetName.class,
            description = "Le jeu de données.")
    private Dataset dataset;

    @Option(
            names = "--contains",
            paramLabel = "MOTS",
            description = "Seulement les lignes où sont tous ces mots, sans regarder accents ni majuscules.")
    private String words = "";

    @Option(
            names = "--run",
            paramLabel = "EXECUTION",
            converter = RunNumber.class,
            description = "L'exécution publiée, comme N-000001 ; sinon, celle qui vaut.")
    private @Nullable Long run;

    @Option(names = "--json", description = "Un tableau JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Extraction extraction = context.read(Extraction.class);
        Provenance provenance = extraction.provenance(dataset.id(), run, false);
        show(extraction.of(dataset, provenance, context.read(ReferenceFacts.class)::postalCodes), provenance);
        return DONE;
    }

    private <R> void show(Table<R> table, Provenance provenance) {
        Table<R> found = words.isBlank() ? table : table.holding(words);
        if (json) {
            printJson(found.list().stream().map(found::fields).toList());
            return;
        }
        new TextTable(found).print(out());
        out().println(provenance.run().id() + ". " + provenance.warning());
    }
}
