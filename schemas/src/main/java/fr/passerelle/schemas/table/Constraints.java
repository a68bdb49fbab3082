package fr.passerelle.schemas.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of a column must respect. Null: no such constraint. All but {@code required} concern cells that are not missing.
 *
 * @param required whether a cell may not be missing
 * @param unique whether no two rows may have the same
 * @param values the only values there may be; empty where any will do
 * @param minimum least number, included
 * @param maximum greatest number, included
 * @param pattern regular expression that the whole text matches
 * @param minLength fewest characters of a text
 * @param maxLength most characters of a text
 * @param decimalPlaces most digits after the point of a number; not of the standard, which allows further properties
 */
public record Constraints(
        boolean required,
        boolean unique,
        List<String> values,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        @Nullable Pattern pattern,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable Integer decimalPlaces) {}
