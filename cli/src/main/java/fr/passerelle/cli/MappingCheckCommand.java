package fr.passerelle.cli;

import fr.passerelle.schemas.yaml.InvalidYaml;
import fr.passerelle.sources.input.Mappings;
import fr.passerelle.sources.mapping.Mapping;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Validates mappings alone. Needs no server. */
@Command(name = "check", description = "Dit si des mappings sont bien écrits et, sinon, tout ce qui est à corriger.")
final class MappingCheckCommand extends OperatorCommand implements ShowingCommand {

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
        return wrong == 0 ? OutcomePrinter.DONE : OutcomePrinter.WRONG_USE;
    }

    private boolean isRight(Path file) {
        try {
            Mapping mapping = Mapping.read(file);
            out().println("%s : bien écrit ; « %s », table « %s ».".formatted(file, mapping.name(), mapping.table()));
            return true;
        } catch (InvalidYaml wrong) {
            err().println(wrong.getMessage());
            return false;
        }
    }
}
