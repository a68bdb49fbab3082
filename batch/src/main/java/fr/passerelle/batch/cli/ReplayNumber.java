package fr.passerelle.batch.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The number of a replay, from {@code R-000001} or {@code 1}. */
final class ReplayNumber implements ITypeConverter<Long> {

    @Override
    public Long convert(String value) {
        if (!value.matches("(R-)?\\d{1,18}")) {
            throw new TypeConversionException(
                    "« " + value + " » n'est pas un rejeu : donnez son numéro, comme R-000001.");
        }
        return Long.valueOf(value.replace("R-", ""));
    }
}
