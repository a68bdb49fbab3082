package fr.passerelle.console.room;

import fr.passerelle.published.place.NameOrder;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the list may be sorted by. What is unknown comes last either way; equals are in the order of their identifiers. */
enum RoomOrder {
    NOM(words(RoomRow::name)),
    COMMUNE(words(RoomRow::commune)),
    EPCI(words(RoomRow::epci)),
    PROPOSITION(words(row -> row.proposal().kind().name() + row.candidatureWord())),
    NOTE(RoomRow::score),
    PRESENCES(RoomRow::presences);

    private final Function<RoomRow, @Nullable Comparable<?>> value;

    RoomOrder(Function<RoomRow, @Nullable Comparable<?>> value) {
        this.value = value;
    }

    /** A row with what it is sorted by, worked out once. */
    private record Keyed(RoomRow row, @Nullable Comparable<?> key) {

        int compareTo(Keyed other, boolean descending) {
            if (key == null || other.key == null) {
                return Boolean.compare(key == null, other.key == null);
            }
            return descending ? compare(other.key, key) : compare(key, other.key);
        }

        @SuppressWarnings("unchecked")
        private static int compare(Comparable<?> left, Comparable<?> right) {
            return ((Comparable<Object>) left).compareTo(right);
        }
    }

    /** The same rows in order. */
    List<RoomRow> sorted(List<RoomRow> rows, boolean descending) {
        Comparator<Keyed> order = (left, right) -> left.compareTo(right, descending);
        return rows.stream()
                .map(row -> new Keyed(row, value.apply(row)))
                .sorted(order.thenComparing(keyed -> keyed.row().id()))
                .map(Keyed::row)
                .toList();
    }

    private static Function<RoomRow, @Nullable Comparable<?>> words(Function<RoomRow, String> text) {
        return row -> NameOrder.key(text.apply(row));
    }
}
