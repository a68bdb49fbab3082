package fr.passerelle.batch.run;

import fr.passerelle.batch.source.InputFile;
import fr.passerelle.batch.source.mapping.Mapping;
import fr.passerelle.schemas.event.SourceFile;
import fr.passerelle.schemas.event.SourceRole;
import java.nio.file.Path;

/**
 * A file that a run reads, as it was when the run opened.
 *
 * @param path where it is, absolute
 * @param name its name, without folder
 * @param sha256 of its bytes
 * @param rows data rows
 * @param mapping how it is read, as the mapping is written; empty for a file that has the columns of its schema
 */
public record Input(SourceRole role, String path, String name, String sha256, long rows, String mapping) {

    InputFile toFile() {
        return new InputFile(Path.of(path), name, sha256, rows, Mapping.CANONICAL);
    }

    SourceFile toSourceFile() {
        return new SourceFile(role, name, sha256, rows);
    }
}
