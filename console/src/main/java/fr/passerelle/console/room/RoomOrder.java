package fr.passerelle.console.room;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the list may be sorted by. What is unknown comes last either way; equals are in the order of their identifiers. */
enum RoomOrder {
    NOM(RoomRow::name),
    COMMUNE(RoomRow::commune),
    EPCI(RoomRow::epci),
    PROPOSITION(row -> row.proposal().kind().ordinal() + row.candidatureWord()),
    NOTE(RoomRow::score, Comparator.naturalOrder()),
    PRESENCES(RoomRow::presences, Comparator.naturalOrder());

    private final Function<Boolean, Comparator<RoomRow>> order;

    RoomOrder(Function<RoomRow, String> text) {
        this.order = descending -> {
            Collator french = Collator.getInstance(Locale.FRANCE);
            Comparator<String> words = (left, right) -> french.compare(left, right);
            return Comparator.comparing(text, descending ? words.reversed() : words);
        };
    }

    <T> RoomOrder(Function<RoomRow, @Nullable T> number, Comparator<T> comparator) {
        this.order = descending ->
                Comparator.comparing(number, Comparator.nullsLast(descending ? comparator.reversed() : comparator));
    }

    Comparator<RoomRow> comparator(boolean descending) {
        return order.apply(descending).thenComparing(RoomRow::id);
    }
}
