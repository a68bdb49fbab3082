package fr.passerelle.cli.dataset;

import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of the results as cells of a dataset. */
public final class CellValues {

    private static final String SEPARATOR = "|";

    private CellValues() {}

    static @Nullable Long number(@Nullable Integer value) {
        return value == null ? null : Long.valueOf(value);
    }

    static @Nullable String code(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    /** Several in one cell; null where there are none. */
    static @Nullable String joined(Collection<?> values) {
        return values.isEmpty() ? null : values.stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR));
    }

    /** What is taken of something that may not be there. */
    static <T, U> Function<T, @Nullable Object> ifAny(
            Function<T, @Nullable U> thing, Function<U, ? extends @Nullable Object> cell) {
        return it -> {
            U found = thing.apply(it);
            return found == null ? null : cell.apply(found);
        };
    }
}
