package fr.passerelle.batch.run;

import fr.passerelle.batch.source.InputFile;
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
 */
public record Input(SourceRole role, String path, String name, String sha256, long rows) {

    InputFile toFile() {
        return new InputFile(Path.of(path), name, sha256, rows);
    }

    SourceFile toSourceFile() {
        return new SourceFile(role, name, sha256, rows);
    }
}
