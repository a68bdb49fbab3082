package fr.passerelle.cli;

import fr.passerelle.cli.export.ExportFormat;
import fr.passerelle.schemas.yaml.NearestWord;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A format by its name, and all names. */
final class FormatName implements ITypeConverter<ExportFormat>, Iterable<String> {

    @Override
    public ExportFormat convert(String value) {
        return ExportFormat.named(value)
                .orElseThrow(() -> new TypeConversionException("« " + value + " » n'est pas un format"
                        + NearestWord.hint(value, this) + " : " + String.join(", ", this) + "."));
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(ExportFormat.values()).map(ExportFormat::id).iterator();
    }
}
