package fr.passerelle.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The SIREN of an intercommunalité: nine digits. */
final class Siren implements ITypeConverter<String> {

    @Override
    public String convert(String value) {
        if (!value.matches("\\d{9}")) {
            throw new TypeConversionException(
                    "« " + value + " » n'est pas le SIREN d'une intercommunalité : neuf chiffres.");
        }
        return value;
    }
}
