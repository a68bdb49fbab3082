package fr.passerelle.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The number of a replay, from {@code R-000012} or {@code 12}. */
final class ReplayNumber implements ITypeConverter<Long> {

    @Override
    public Long convert(String value) {
        if (!value.matches("([Rr]-)?\\d{1,18}")) {
            throw new TypeConversionException(
                    "« " + value + " » n'est pas un rejeu : donnez son numéro, comme R-000001.");
        }
        return Long.valueOf(value.replaceFirst("[Rr]-", ""));
    }
}
