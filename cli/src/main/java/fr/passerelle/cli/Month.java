package fr.passerelle.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A month, YYYY-MM. */
final class Month implements ITypeConverter<String> {

    @Override
    public String convert(String value) {
        if (!value.matches("\\d{4}-(0[1-9]|1[0-2])")) {
            throw new TypeConversionException("« " + value + " » n'est pas un mois AAAA-MM.");
        }
        return value;
    }
}
