package fr.passerelle.cli;

import fr.passerelle.cli.export.format.ExportFormat;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A format, by its name. */
final class FormatName implements ITypeConverter<ExportFormat> {

    @Override
    public ExportFormat convert(String value) {
        return ExportFormat.named(value)
                .orElseThrow(() -> new TypeConversionException("« " + value + " » n'est pas un format : "
                        + Arrays.stream(ExportFormat.values())
                                .map(ExportFormat::id)
                                .collect(Collectors.joining(", ")) + "."));
    }
}
