package fr.passerelle.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The number of a calendar, from {@code T-000012} or {@code 12}. */
final class TourNumber implements ITypeConverter<Long> {

    @Override
    public Long convert(String value) {
        if (!value.matches("([Tt]-)?\\d{1,18}")) {
            throw new TypeConversionException(
                    "« " + value + " » n'est pas un calendrier : donnez son numéro, comme T-000001.");
        }
        return Long.valueOf(value.replaceFirst("[Tt]-", ""));
    }
}
