package fr.passerelle.batch.input;

import fr.passerelle.published.run.Input;
import fr.passerelle.schemas.event.SourceRole;
import fr.passerelle.schemas.person.SafeWords;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.mapping.Mapping;
import java.nio.file.Path;

/** The inputs of a run as files that are read, and files as inputs of a run. */
final class InputFiles {

    private InputFiles() {}

    /** A file that was examined. */
    static Input of(SourceRole role, InputFile file) {
        return new Input(
                role,
                file.name(),
                file.sha256(),
                file.part(),
                file.rows(),
                file.lines(),
                file.mapping().text(),
                file.mapping().admissions().entrySet().stream()
                        .map(column -> "« " + SafeWords.show(column.getKey()) + " » ("
                                + SafeWords.show(column.getValue()) + ")")
                        .toList());
    }

    /** The file of an input, where it is on this machine. */
    static InputFile file(Input input, Path path) {
        return new InputFile(
                path,
                input.name(),
                input.sha256(),
                input.part(),
                input.rows(),
                input.lines(),
                Mapping.written(input.mapping(), input.name()));
    }
}
