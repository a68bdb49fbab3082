package fr.passerelle.cli.proposal;

import fr.passerelle.cli.proposal.Matching.Guess;
import fr.passerelle.schemas.person.SafeWords;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.workbook.Workbook;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A mapping that is proposed, in French, which says what to fill in where the file lacks what its table requires, with a name fit for a file; what
 * the file is taken for, how far that can be trusted, and why; and the same of each of its columns that are used: to be shown where the file is and
 * kept nowhere.
 */
public record MappingDraft(String text, String name, String table, Table<?> columns) {

    /** How far a guess can be trusted, in words for the user. */
    enum Confidence {
        /** The name says it, and the cells do not speak against it. */
        SURE("sûr", 4),
        /** A part of the name says it, and the cells do not speak against it. */
        LIKELY("probable", 2),
        /** Something speaks against it, or little for it. */
        DOUBTFUL("à vérifier", 1);

        final String french;
        final int weight;

        Confidence(String french, int weight) {
            this.french = french;
            this.weight = weight;
        }
    }

    /**
     * A mapping for a file, which is read from end to end, or for a sheet of a workbook as a mapping names it, null for the only one, of a table,
     * null to guess it by its headers. {@link UnusableFile}, by the name it has in messages, where it cannot be read, is empty, or has no column
     * that is known.
     */
    public static MappingDraft of(Path file, String name, @Nullable String sheet, @Nullable TableSchema table) {
        FileLook fileLook = FileLook.at(file, name, sheet);
        TableChoice choice =
                table == null ? TableChoice.guessed(fileLook, name) : TableChoice.declared(fileLook, table);
        String fileName = String.valueOf(file.getFileName());
        String source =
                MappingText.source(sheet == null ? fileName : fileName.replaceFirst("\\.[^.]*$", "") + " " + sheet);
        return new MappingDraft(
                new MappingText(fileLook, choice).write(fileName, source, sheet),
                source,
                "Table « %s », %s : %s.".formatted(choice.schema().name(), choice.confidence().french, choice.reason()),
                columns(fileLook, choice));
    }

    /** A sheet as a mapping names it: by its place where its name may name a person. */
    public static String sheet(Workbook.SheetEntry entry) {
        String name = entry.name().strip();
        return !name.isEmpty() && SafeWords.areSafe(name) ? name : "#" + entry.number();
    }

    private static Table<Guess> columns(FileLook fileLook, TableChoice choice) {
        return Table.<Guess>layout()
                .text(
                        "Colonne du fichier",
                        guess -> "n° %d, %s"
                                .formatted(guess.place() + 1, fileLook.headers().get(guess.place())))
                .text("Prise pour", Guess::target)
                .text("Confiance", guess -> guess.confidence().french)
                .text("Pourquoi", Guess::reason)
                .of(choice.guesses().values().stream()
                        .sorted(Comparator.comparingInt(Guess::place))
                        .toList());
    }
}
