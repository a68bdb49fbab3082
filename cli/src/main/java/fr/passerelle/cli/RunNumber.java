package fr.passerelle.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The number of a run, from {@code N-000012} or {@code 12}. */
final class RunNumber implements ITypeConverter<Long> {

    @Override
    public Long convert(String value) {
        if (!value.matches("(N-)?\\d{1,18}")) {
            throw new TypeConversionException(
                    "« " + value + " » n'est pas une exécution : donnez son numéro, comme N-000001.");
        }
        return Long.valueOf(value.replace("N-", ""));
    }
}
