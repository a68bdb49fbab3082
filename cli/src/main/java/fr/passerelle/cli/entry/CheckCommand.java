package fr.passerelle.cli.entry;

import fr.passerelle.cli.command.Arguments.InputPath;
import fr.passerelle.cli.command.Arguments.VocabularyWord;
import fr.passerelle.cli.command.OperatorCommand.ObjectCommand;
import fr.passerelle.cli.command.OperatorCommand.ShowingCommand;
import fr.passerelle.cli.entry.DryRun.DryRunReport;
import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.person.SafeWords.Quote;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.mapping.Mapping;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.RawRow;
import fr.passerelle.sources.table.RawTable;
import fr.passerelle.sources.table.RawTables;
import fr.passerelle.sources.table.Reading;
import fr.passerelle.sources.territory.ReferenceFacts;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A dry run of one file. Needs no server. */
@Command(
        name = "check",
        description = "Essai à blanc d'un fichier : ce que l'import en ferait, sans rien écrire et sans serveur.")
public final class CheckCommand extends ObjectCommand implements ShowingCommand {

    @Parameters(paramLabel = "FICHIER", converter = InputPath.class, description = "Le fichier à essayer.")
    private Path file;

    @Option(
            names = "--mapping",
            paramLabel = "MAPPING",
            converter = InputPath.class,
            description = "Comment le lire ; sinon, colonnes canoniques.")
    private @Nullable Path mapping;

    @Option(
            names = "--table",
            paramLabel = "TABLE",
            converter = TableName.class,
            completionCandidates = TableName.class,
            description = "Sa table : salles, frequentation, intercommunalites, sites, territoires ou besoins ; sinon,"
                    + " d'après ses colonnes.")
    private @Nullable TableSchema table;

    @Option(
            names = "--rooms",
            paramLabel = "INVENTAIRE",
            converter = InputPath.class,
            description = "L'inventaire des salles, en colonnes canoniques, pour refuser celles qui n'y sont pas.")
    private @Nullable Path rooms;

    @Override
    public Integer call() {
        Mapping how = mapping == null ? Mapping.CANONICAL : Mapping.read(mapping);
        InputFile.requireReadable(file);
        // Its own name, unless a mapping gives it one: it is shown here, and kept nowhere.
        String name = how.name().isEmpty() ? shown(file) : how.name();
        TableSchema schema = schema(how, name);
        InputFile input = InputFile.examine(file, name, schema, how);
        DryRunReport report = new DryRun(
                        input, schema, () -> context.read(ReferenceFacts.class), YearMonth.now(Run.FRANCE))
                .report(knownRooms(schema));
        print(report, how);
        return report.counts().rejected() > 0 ? DONE_WITH_REJECTS : DONE;
    }

    private static String shown(Path file) {
        return Quote.shownWord(String.valueOf(file.getFileName()));
    }

    private TableSchema schema(Mapping how, String name) {
        TableSchema declared = how.table().isEmpty() ? null : new TableName().convert(how.table());
        if (declared != null && table != null && !table.name().equals(declared.name())) {
            throw wrongUse("--table : le mapping dit « %s » et non « %s » ; retirez --table."
                    .formatted(declared.name(), table.name()));
        }
        if (declared != null) {
            return declared;
        }
        return table == null ? guess(file, name) : table;
    }

    private @Nullable Set<String> knownRooms(TableSchema schema) {
        if (rooms == null) {
            return null;
        }
        if (!schema.name().equals("frequentation")) {
            throw wrongUse("--rooms : ne va qu'avec un fichier de « frequentation » ; retirez --rooms.");
        }
        InputFile.requireReadable(rooms);
        return DryRun.rooms(
                InputFile.examine(rooms, shown(rooms), TableSchema.SALLES, Mapping.CANONICAL),
                context.read(ReferenceFacts.class));
    }

    private void print(DryRunReport report, Mapping how) {
        if (machine()) {
            printJson(CheckText.json(report, how, rooms != null));
        } else {
            boolean taken = how.name().isEmpty() || how.takes(String.valueOf(file.getFileName()));
            new CheckText(out(), report, how).print(taken, rooms != null);
        }
    }

    static final class TableName extends VocabularyWord<TableSchema> {

        TableName() {
            super(
                    "pas une table",
                    TableSchema.all(),
                    TableSchema::name,
                    "écrivez salles, frequentation, intercommunalites, sites, territoires ou besoins");
        }
    }

    /** The table whose columns the first record has most of, more than half. */
    private static TableSchema guess(Path file, String name) {
        List<String> header = header(file, name);
        return TableSchema.all().stream()
                .max(Comparator.comparingLong(table -> common(table, header)))
                .filter(table -> 2 * common(table, header) > header.size())
                .orElseThrow(() -> new UnusableFile(
                        "Le fichier « %s » n'a pas les colonnes d'une table : donnez un mapping par --mapping (« ./passerelle mapping init » en propose un), ou la table par --table."
                                .formatted(name)));
    }

    private static long common(TableSchema table, List<String> header) {
        return header.stream().filter(table.header()::contains).distinct().count();
    }

    private static List<String> header(Path file, String name) {
        try (RawTable table = RawTables.open(file, name, Reading.UNDECLARED)) {
            RawRow first = table.next();
            return first == null ? List.of() : first.texts();
        }
    }
}
