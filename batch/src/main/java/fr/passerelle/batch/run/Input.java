package fr.passerelle.batch.run;

import fr.passerelle.batch.source.InputFile;
import fr.passerelle.batch.source.mapping.Mapping;
import fr.passerelle.schemas.event.SourceFile;
import fr.passerelle.schemas.event.SourceRole;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file that a run reads, as it was when the run opened. Where it is stays out of the database: see {@link Places}.
 *
 * @param name what it is called everywhere, unique in its run, never a person's; see {@link SourceNames}
 * @param sha256 of its bytes
 * @param rows data rows
 * @param mapping how it is read, as the mapping is written; empty for a file that has the columns of its schema
 */
public record Input(SourceRole role, String name, String sha256, long rows, String mapping) {

    /** A run opened before there were mappings has none. */
    public Input {
        mapping = Objects.requireNonNullElse(mapping, "");
    }

    InputFile toFile(Path path) {
        return new InputFile(path, name, sha256, rows, Mapping.written(mapping, name));
    }

    SourceFile toSourceFile() {
        return new SourceFile(role, name, sha256, rows);
    }
}
