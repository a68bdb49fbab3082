package fr.passerelle.cli;

import fr.passerelle.published.dataset.Dataset;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A dataset, by its name. */
final class DatasetName implements ITypeConverter<Dataset> {

    @Override
    public Dataset convert(String value) {
        return Dataset.named(value)
                .orElseThrow(() -> new TypeConversionException("« " + value + " » n'est pas un jeu de données : "
                        + Arrays.stream(Dataset.values()).map(Dataset::id).collect(Collectors.joining(", ")) + "."));
    }
}
