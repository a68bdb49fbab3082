package fr.passerelle.cli.export;

import fr.passerelle.cli.command.Arguments.RunOption;
import fr.passerelle.cli.command.Arguments.VocabularyWord;
import fr.passerelle.cli.command.CommandFrench;
import fr.passerelle.cli.command.OperatorCommand;
import fr.passerelle.cli.command.TextTable;
import fr.passerelle.dataset.Dataset;
import fr.passerelle.dataset.Extraction;
import fr.passerelle.dataset.Provenance;
import fr.passerelle.schemas.text.PlainText;
import fr.passerelle.sheets.form.Table;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            converter = ListName.class,
            completionCandidates = ListName.class,
            description = "Le jeu de données.")
    private Dataset dataset;

    @Option(
            names = "--contains",
            paramLabel = "MOTS",
            description = "Seulement les lignes où sont tous ces mots, sans regarder accents ni majuscules.")
    private @Nullable String words;

    @Mixin
    private final RunOption run = new RunOption();

    @Option(names = "--json", description = "Un tableau JSON.")
    private boolean json;

    @Override
    public Integer call() {
        if (words != null && PlainText.words(words).isEmpty()) {
            throw wrongUse("« --contains » n'a ni lettre ni chiffre : donnez les mots à chercher.");
        }
        Extraction extraction = context.read(Extraction.class);
        Provenance provenance = extraction.provenance(dataset.id(), run.number(), false);
        show(extraction.of(dataset, provenance, nowhere -> List.of()), provenance);
        return DONE;
    }

    private <R> void show(Table<R> table, Provenance provenance) {
        List<R> rows = table.list().stream()
                .filter(words == null ? row -> true : table.saying(words))
                .toList();
        if (json) {
            printJson(rows.stream().map(table::fields).toList());
            return;
        }
        new TextTable(new Table<R>(table.columns(), rows::forEach)).print(out());
        out().println(CommandFrench.counted(rows.size(), "ligne", "lignes") + ".");
        out().println(provenance.run().id() + ". " + provenance.warning());
    }

    private static final class ListName extends VocabularyWord<Dataset> {

        ListName() {
            super(
                    "pas un jeu de données qui se parcourt",
                    Stream.of(Dataset.values()).filter(Dataset::lists).toList(),
                    Dataset::id);
        }
    }
}
