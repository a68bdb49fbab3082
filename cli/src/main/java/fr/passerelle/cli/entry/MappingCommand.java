package fr.passerelle.cli.entry;

import fr.passerelle.cli.command.Arguments.InputPath;
import fr.passerelle.cli.command.OperatorCommand;
import fr.passerelle.cli.command.OperatorCommand.ShowingCommand;
import fr.passerelle.cli.command.TextTable;
import fr.passerelle.cli.entry.CheckCommand.TableName;
import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.cli.proposal.MappingDraft;
import fr.passerelle.schemas.person.SafeWords.Quote;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.yaml.InvalidYaml;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.input.Mappings;
import fr.passerelle.sources.mapping.Mapping;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.RawTables;
import fr.passerelle.sources.workbook.Workbook;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Mappings: how files that are not in canonical columns are read. */
@Command(
        name = "mapping",
        description = "Les mappings, qui disent comment lire un fichier venu d'ailleurs.",
        subcommands = {MappingCommand.MappingInitCommand.class, MappingCommand.MappingCheckCommand.class})
public final class MappingCommand {

    /** Proposes a mapping for a file, or for each sheet of a workbook. Needs no server. */
    @Command(
            name = "init",
            description = "Propose un mapping pour un fichier, ou pour chaque feuille d'un classeur, à relire et à"
                    + " compléter.")
    static final class MappingInitCommand extends OperatorCommand implements ShowingCommand {

        @Parameters(paramLabel = "FICHIER", converter = InputPath.class, description = "Le fichier à lire.")
        private Path file;

        @Option(
                names = "--table",
                paramLabel = "TABLE",
                converter = TableName.class,
                completionCandidates = TableName.class,
                description =
                        "Sa table : salles, frequentation, intercommunalites, sites, territoires ou besoins ; sinon,"
                                + " d'après ses colonnes.")
        private @Nullable TableSchema table;

        @Option(
                names = "--sheet",
                paramLabel = "FEUILLE",
                description = "La feuille du classeur : son nom, ou sa place (« #2 ») ; sinon, un mapping par feuille"
                        + " visible.")
        private @Nullable String sheet;

        @Option(
                names = {"-o", "--output"},
                paramLabel = "MAPPING",
                description = "Où l'écrire, un fichier ou un dossier ; sinon, sur la sortie.")
        private @Nullable Path output;

        @Option(names = "--force", description = "Remplace le fichier s'il existe.")
        private boolean force;

        @Override
        public Integer call() {
            InputFile.requireReadable(file);
            if (output != null && !Files.isDirectory(output)) {
                OutputFile.requireFree(output, force);
            }
            String name = Quote.shownWord(String.valueOf(file.getFileName()));
            List<Workbook.SheetEntry> sheets = sheet == null ? visible(name) : List.of();
            if (sheets.size() < 2) {
                String only = sheets.isEmpty() ? sheet : MappingDraft.sheet(sheets.getFirst());
                tell(MappingDraft.of(file, name, only, table));
                return DONE;
            }
            return each(sheets, name);
        }

        private List<Workbook.SheetEntry> visible(String name) {
            return RawTables.sheets(file, name).stream()
                    .filter(Workbook.SheetEntry::visible)
                    .toList();
        }

        private int each(List<Workbook.SheetEntry> sheets, String name) {
            if (output != null && !Files.isDirectory(output)) {
                throw new UnusableFile(
                        "Le classeur a %d feuilles visibles, et « %s » n'est pas un dossier qui existe : créez-le, ou prenez une feuille par --sheet."
                                .formatted(sheets.size(), output));
            }
            long without = sheets.stream().filter(entry -> !isTold(entry, name)).count();
            return without == sheets.size() ? WRONG_USE : DONE;
        }

        /** Whether a sheet gives a mapping; why it gives none is said. */
        private boolean isTold(Workbook.SheetEntry entry, String name) {
            String label = "Feuille « %s » (n° %d)".formatted(Quote.shownWord(entry.name()), entry.number());
            try {
                MappingDraft proposal = MappingDraft.of(file, name, MappingDraft.sheet(entry), table);
                messages().println(label);
                tell(proposal);
                return true;
            } catch (UnusableFile nothing) {
                err().println(label + " : aucun mapping. " + nothing.getMessage());
                return false;
            }
        }

        private void tell(MappingDraft proposal) {
            write(proposal);
            PrintWriter messages = messages();
            messages.println(proposal.table());
            new TextTable(proposal.columns()).print(messages);
            messages.flush();
            sayWhatIsLeft(proposal.text());
        }

        /** Where the guesses are told: beside the mapping, never in it. */
        private PrintWriter messages() {
            return output == null ? err() : out();
        }

        private void write(MappingDraft proposal) {
            PrintWriter out = out();
            if (output == null) {
                out.print(proposal.text());
                out.flush();
                return;
            }
            Path target = Files.isDirectory(output) ? output.resolve(proposal.name() + ".yaml") : output;
            OutputFile.write(target, force, proposal.text());
            written(target);
        }

        private void sayWhatIsLeft(String text) {
            try {
                Mapping.parse(text, "proposition");
            } catch (InvalidYaml incomplete) {
                err().println("À compléter avant de s'en servir. " + incomplete.getMessage());
            }
        }
    }

    /** Validates mappings alone. Needs no server. */
    @Command(
            name = "check",
            description = "Dit si des mappings sont bien écrits et, sinon, tout ce qui est à corriger.")
    static final class MappingCheckCommand extends OperatorCommand implements ShowingCommand {

        @Parameters(
                arity = "1..*",
                paramLabel = "MAPPING",
                converter = InputPath.class,
                description = "Les mappings à vérifier, ou des dossiers de mappings.")
        private List<Path> mappings;

        @Override
        public Integer call() {
            long wrong = mappings.stream()
                    .flatMap(given -> Mappings.files(given).stream())
                    .filter(mapping -> !isRight(mapping))
                    .count();
            return wrong == 0 ? DONE : WRONG_USE;
        }

        private boolean isRight(Path file) {
            try {
                Mapping mapping = Mapping.read(file);
                out().println("%s : bien écrit ; « %s », table « %s »."
                        .formatted(file, mapping.name(), mapping.table()));
                return true;
            } catch (InvalidYaml wrong) {
                err().println(wrong.getMessage());
                return false;
            }
        }
    }
}
