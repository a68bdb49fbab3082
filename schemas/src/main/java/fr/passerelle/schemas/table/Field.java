package fr.passerelle.schemas.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a Table Schema.
 *
 * @param name as in the header
 * @param title French title, for people
 * @param description French description: meaning, unit, what empty means
 * @param type what its cells are
 * @param format {@code default} unless the schema says otherwise
 * @param constraints what its cells must respect
 * @param booleans the texts of true and false; those of the standard unless the schema says otherwise
 * @param mayBeAbsent whether a file may lack the column, which then is empty: for those that came after files were in use
 * @param list how a list is cut and what it may hold; null for other types
 */
public record Field(
        String name,
        String title,
        String description,
        Type type,
        String format,
        Constraints constraints,
        BooleanWords booleans,
        boolean mayBeAbsent,
        @Nullable ListFormat list) {

    /** What a cell is. */
    public enum Type {
        /** Text. */
        STRING,
        /** A whole number. */
        INTEGER,
        /** A number with a decimal point. */
        NUMBER,
        /** One of the {@link BooleanWords}. */
        BOOLEAN,
        /** A day, {@code YYYY-MM-DD}. */
        DATE,
        /** A month, {@code YYYY-MM}. */
        YEARMONTH,
        /** A year, four digits. */
        YEAR,
        /** Several texts in one cell, see {@link ListFormat}. */
        LIST
    }

    /** The texts that mean true and false. */
    public record BooleanWords(List<String> trueValues, List<String> falseValues) {}

    /**
     * @param delimiter between two items
     * @param itemEnum the only items there may be; empty where any text will do
     */
    public record ListFormat(String delimiter, List<String> itemEnum) {}
}
