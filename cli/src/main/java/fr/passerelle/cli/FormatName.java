package fr.passerelle.cli;

import fr.passerelle.cli.export.format.Format;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A format, by its name. */
final class FormatName implements ITypeConverter<Format> {

    @Override
    public Format convert(String value) {
        return Format.named(value)
                .orElseThrow(() -> new TypeConversionException("« " + value + " » n'est pas un format : "
                        + Arrays.stream(Format.values()).map(Format::id).collect(Collectors.joining(", ")) + "."));
    }
}
