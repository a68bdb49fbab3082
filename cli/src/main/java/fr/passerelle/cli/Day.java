package fr.passerelle.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A day, from {@code 2017-12-15}. */
final class Day implements ITypeConverter<LocalDate> {

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    @Override
    public LocalDate convert(String value) {
        try {
            return LocalDate.parse(value, WRITTEN);
        } catch (DateTimeException notADay) {
            throw new TypeConversionException("« " + value + " » n'est pas un jour AAAA-MM-JJ.");
        }
    }

    /** For people: {@code 15/12/2017}. */
    static String french(LocalDate day) {
        return FRENCH.format(day);
    }
}
