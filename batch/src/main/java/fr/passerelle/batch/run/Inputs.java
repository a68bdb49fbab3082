package fr.passerelle.batch.run;

import fr.passerelle.batch.source.InputFile;
import fr.passerelle.schemas.event.SourceRole;
import fr.passerelle.schemas.table.TableSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From the paths that a person gave to files that were read once from end to end. */
final class Inputs {

    private Inputs() {}

    /**
     * @throws fr.passerelle.batch.source.reject.UnusableFile when one cannot be used
     */
    static List<Input> examine(NightlyRequest request) {
        List<Input> inputs = new ArrayList<>();
        if (request.rooms() != null) {
            inputs.add(examine(SourceRole.ROOMS, request.rooms()));
        }
        request.attendance().forEach(path -> inputs.add(examine(SourceRole.ATTENDANCE, path)));
        if (request.intercommunalites() != null) {
            inputs.add(examine(SourceRole.INTERCOMMUNALITES, request.intercommunalites()));
        }
        InputFile.requireDistinct(inputs.stream().map(Input::toFile).toList());
        return inputs;
    }

    private static Input examine(SourceRole role, Path path) {
        InputFile file = InputFile.examine(path, schema(role));
        return new Input(
                role,
                path.toAbsolutePath().normalize().toString(),
                file.name(),
                file.sha256(),
                file.rows(),
                file.mapping().text());
    }

    private static TableSchema schema(SourceRole role) {
        return switch (role) {
            case ROOMS -> TableSchema.salles();
            case ATTENDANCE -> TableSchema.frequentation();
            case INTERCOMMUNALITES -> TableSchema.intercommunalites();
            default -> throw new IllegalArgumentException("No table schema for " + role);
        };
    }
}
