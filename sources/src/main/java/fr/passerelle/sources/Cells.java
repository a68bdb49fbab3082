package fr.passerelle.sources;

import fr.passerelle.sources.cell.CellText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a row by the name of their column, null where there is none. For files of some hundred rows: it looks the name up each
 * time.
 *
 * @param header names of the schema's columns, in order
 */
public record Cells(List<String> header, Row row) {
    /** A text that the schema requires. */
    public String required(String column) {
        return row.text(header.indexOf(column));
    }

    /** A text. */
    public @Nullable String text(String column) {
        String text = required(column);
        return text.isEmpty() ? null : text;
    }

    /** A whole number, or the hundredths of a number with two decimals. */
    public @Nullable Integer integer(String column) {
        return value(column, Math::toIntExact);
    }

    /** Euros and cents. */
    public @Nullable BigDecimal euros(String column) {
        return value(column, cents -> BigDecimal.valueOf(cents, 2));
    }

    /** A day. */
    public @Nullable LocalDate day(String column) {
        return value(column, LocalDate::ofEpochDay);
    }

    /** Degrees. */
    public @Nullable Double degrees(String column) {
        return value(column, Double::longBitsToDouble);
    }

    /** Yes or no. */
    public @Nullable Boolean yes(String column) {
        return value(column, value -> value == 1);
    }

    /** One of several texts, as the constant of that name. */
    public <E extends Enum<E>> @Nullable E constant(String column, Class<E> type) {
        String text = text(column);
        return text == null ? null : Enum.valueOf(type, text);
    }

    /** The items of a list, in order. */
    public List<String> items(String column) {
        return CellText.items(required(column), "|");
    }

    /** The items of a list, in order, as the constants of these names. */
    public <E extends Enum<E>> List<E> constants(String column, Class<E> type) {
        return items(column).stream().map(item -> Enum.valueOf(type, item)).toList();
    }

    private <T> @Nullable T value(String column, LongFunction<T> read) {
        long value = row.value(header.indexOf(column));
        return value == Row.NONE ? null : read.apply(value);
    }
}
