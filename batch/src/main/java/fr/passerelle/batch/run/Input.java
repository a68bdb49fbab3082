package fr.passerelle.batch.run;

import fr.passerelle.batch.source.FileLines;
import fr.passerelle.batch.source.InputFile;
import fr.passerelle.batch.source.mapping.Mapping;
import fr.passerelle.batch.source.person.SafeWords;
import fr.passerelle.schemas.event.SourceFile;
import fr.passerelle.schemas.event.SourceRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A file that a run reads, as it was when the run opened. Where it is stays out of the database: see {@link Places}.
 *
 * @param name what it is called everywhere, unique in its run, never a person's; see {@link SourceNames}
 * @param sha256 of its bytes
 * @param rows data rows
 * @param lines what its lines are
 * @param mapping how it is read, as the mapping is written; empty for a file that has the columns of its schema
 * @param admitted columns that look like persons and that the mapping lets in, each with its reason, as far as both may be shown
 */
public record Input(
        SourceRole role,
        String name,
        String sha256,
        long rows,
        FileLines lines,
        String mapping,
        List<String> admitted) {

    /** A run opened before there were mappings, or before lines were counted, has none, nor admitted columns. */
    public Input {
        lines = Objects.requireNonNullElse(lines, FileLines.UNCOUNTED);
        mapping = Objects.requireNonNullElse(mapping, "");
        admitted = Objects.requireNonNullElse(admitted, List.of());
    }

    /** A file that was examined. */
    static Input of(SourceRole role, InputFile file) {
        return new Input(
                role,
                file.name(),
                file.sha256(),
                file.rows(),
                file.lines(),
                file.mapping().text(),
                file.mapping().admissions().entrySet().stream()
                        .map(column -> "« " + SafeWords.show(column.getKey()) + " » ("
                                + SafeWords.show(column.getValue()) + ")")
                        .toList());
    }

    InputFile toFile(Path path) {
        return new InputFile(path, name, sha256, rows, lines, Mapping.written(mapping, name));
    }

    SourceFile toSourceFile() {
        return new SourceFile(role, name, sha256, rows);
    }
}
