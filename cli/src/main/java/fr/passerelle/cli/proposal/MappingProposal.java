package fr.passerelle.cli.proposal;

import fr.passerelle.schemas.person.SafeWords;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.workbook.Workbook;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proposes a mapping for a file. How far each guess can be trusted is said in a comment. */
public final class MappingProposal {

    private MappingProposal() {}

    /**
     * A mapping for a file.
     *
     * @param file read from end to end
     * @param name what the file is called in messages
     * @param sheet of a workbook, as a mapping names it; null for the only one
     * @param table its table; null to guess it by its headers
     * @throws UnusableFile when the file cannot be read, is empty, or no column of it is known
     */
    public static MappingDraft of(Path file, String name, @Nullable String sheet, @Nullable TableSchema table) {
        FileLook fileLook = FileLook.at(file, name, sheet);
        TableChoice choice =
                table == null ? TableChoice.guessed(fileLook, name) : TableChoice.declared(fileLook, table);
        String fileName = String.valueOf(file.getFileName());
        String source =
                SafeNames.source(sheet == null ? fileName : fileName.replaceFirst("\\.[^.]*$", "") + " " + sheet);
        return new MappingDraft(
                new MappingText(fileLook, choice).write(fileName, source, sheet),
                source,
                new MappingDraft.Line(name, choice.schema().name(), choice.confidence(), choice.reason()),
                columns(fileLook, choice));
    }

    /** A sheet as a mapping names it: by its place where its name may name a person. */
    public static String sheet(Workbook.SheetEntry entry) {
        String name = entry.name().strip();
        return !name.isEmpty() && SafeWords.areSafe(name) ? name : "#" + entry.number();
    }

    private static List<MappingDraft.Line> columns(FileLook fileLook, TableChoice choice) {
        return choice.guesses().values().stream()
                .sorted(Comparator.comparingInt(Guess::place))
                .map(guess -> new MappingDraft.Line(
                        "n° %d, %s"
                                .formatted(guess.place() + 1, fileLook.headers().get(guess.place())),
                        guess.target(),
                        guess.confidence(),
                        guess.reason()))
                .toList();
    }
}
