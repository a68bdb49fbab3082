package fr.passerelle.published.run;

import fr.passerelle.schemas.event.SourceFile;
import fr.passerelle.schemas.event.SourceRole;
import fr.passerelle.schemas.table.FileLines;
import java.util.List;
import java.util.Objects;

/**
 * A file that a run reads, as it was when the run opened. Where it is stays out of the database.
 *
 * @param name what it is called everywhere, unique in its run, never a person's
 * @param sha256 of its bytes
 * @param part the sheet of a workbook of several, as {@code #2}; empty where the file holds one table
 * @param rows data rows
 * @param lines what its lines are
 * @param mapping how it is read, as the mapping is written; empty for a file that has the columns of its schema
 * @param admitted columns that look like persons and that the mapping lets in, each with its reason, as far as both may be shown
 */
public record Input(
        SourceRole role,
        String name,
        String sha256,
        String part,
        long rows,
        FileLines lines,
        String mapping,
        List<String> admitted) {

    /** A run opened before there were mappings, parts of files, or counts of lines, has none, nor admitted columns. */
    public Input {
        part = Objects.requireNonNullElse(part, "");
        lines = Objects.requireNonNullElse(lines, FileLines.UNCOUNTED);
        mapping = Objects.requireNonNullElse(mapping, "");
        admitted = Objects.requireNonNullElse(admitted, List.of());
    }

    /** What the register is known by: the file, and of a workbook of several sheets the sheet. */
    public String identity() {
        return sha256 + part;
    }

    public SourceFile toSourceFile() {
        return new SourceFile(role, name, sha256, rows);
    }
}
