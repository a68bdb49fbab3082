package fr.passerelle.console.page;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By what a list may be sorted: what is unknown comes last either way, equals stay as they come. */
public interface RowOrder<R> {

    /** What a row is sorted by; null where it is unknown. */
    @Nullable
    Comparable<?> value(R row);

    /** The same rows in order: what each is sorted by is worked out once. */
    default List<R> sorted(Collection<R> rows, boolean descending) {
        record Keyed<T>(T row, @Nullable Comparable<?> key) {}
        @SuppressWarnings("unchecked")
        Comparator<Comparable<?>> values =
                (one, other) -> ((Comparable<Object>) (descending ? other : one)).compareTo(descending ? one : other);
        return rows.stream()
                .map(row -> new Keyed<>(row, value(row)))
                .sorted(Comparator.comparing(Keyed<R>::key, Comparator.nullsLast(values)))
                .map(Keyed::row)
                .toList();
    }

    /** What a screen reader says of its column in a list that is sorted by another or this. */
    default String ariaSort(RowOrder<R> by, boolean descending) {
        if (by != this) {
            return "none";
        }
        return descending ? "descending" : "ascending";
    }
}
