package fr.passerelle.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The identifier of one room or of one EPCI: a decision is taken on each, never in bulk. */
final class SubjectId implements ITypeConverter<String> {

    @Override
    public String convert(String value) {
        if (value.isBlank() || value.matches(".*[*?%,;\\s].*")) {
            throw new TypeConversionException("« " + value
                    + " » ne désigne pas une seule salle ou une seule intercommunalité : une décision à la fois.");
        }
        return value;
    }
}
