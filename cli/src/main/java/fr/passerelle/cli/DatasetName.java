package fr.passerelle.cli;

import fr.passerelle.cli.dataset.Dataset;
import fr.passerelle.schemas.yaml.NearestWord;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A dataset by its name, and all names. */
final class DatasetName implements ITypeConverter<Dataset>, Iterable<String> {

    @Override
    public Dataset convert(String value) {
        return Dataset.named(value)
                .orElseThrow(() -> new TypeConversionException("« " + value + " » n'est pas un jeu de données"
                        + NearestWord.hint(value, this) + " : " + String.join(", ", this) + "."));
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(Dataset.values()).map(Dataset::id).iterator();
    }
}
