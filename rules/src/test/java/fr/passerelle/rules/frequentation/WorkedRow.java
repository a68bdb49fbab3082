package fr.passerelle.rules.frequentation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A row of a file of worked cases, its cells by column. An empty cell is unknown. */
record WorkedRow(List<String> header, List<String> cells) {

    String text(String column) {
        return cells.get(header.indexOf(column));
    }

    @Nullable
    String optional(String column) {
        return text(column).isEmpty() ? null : text(column);
    }

    @Nullable
    LocalDate date(String column) {
        return text(column).isEmpty() ? null : LocalDate.parse(text(column));
    }

    @Nullable
    Integer whole(String column) {
        return text(column).isEmpty() ? null : (Integer) Integer.parseInt(text(column));
    }

    @Nullable
    BigDecimal number(String column) {
        return text(column).isEmpty() ? null : new BigDecimal(text(column));
    }

    @Nullable
    Integer hundredths(String column) {
        BigDecimal number = number(column);
        return number == null ? null : (Integer) number.movePointRight(2).intValueExact();
    }

    @Nullable
    Boolean yesOrNo(String column) {
        return text(column).isEmpty() ? null : (Boolean) text(column).equals("oui");
    }

    <T> List<T> list(String column, Function<String, T> value) {
        return text(column).isEmpty()
                ? List.of()
                : Arrays.stream(text(column).split("\\|")).map(value).toList();
    }
}
