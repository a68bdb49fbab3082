package fr.passerelle.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The number of a scenario, from {@code S-000012} or {@code 12}. */
final class ScenarioNumber implements ITypeConverter<Long> {

    @Override
    public Long convert(String value) {
        if (!value.matches("([Ss]-)?\\d{1,18}")) {
            throw new TypeConversionException(
                    "« " + value + " » n'est pas un scénario : donnez son numéro, comme S-000001.");
        }
        return Long.valueOf(value.replaceFirst("[Ss]-", ""));
    }
}
