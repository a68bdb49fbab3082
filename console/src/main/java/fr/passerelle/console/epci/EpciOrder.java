package fr.passerelle.console.epci;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** By what the list is sorted; rows that are equal keep the order of their names, those without a value come last. */
enum EpciOrder {
    NOM(null),
    PROPOSITION(EpciRow::mark),
    NOTE(EpciRow::score),
    ETAPES(EpciRow::etapes),
    SEANCES(EpciRow::sessions),
    AIDE(EpciRow::aid),
    BESOIN(EpciRow::besoin),
    POPULATION(EpciRow::population);

    private final @Nullable Function<EpciRow, ? extends @Nullable Comparable<?>> value;

    EpciOrder(@Nullable Function<EpciRow, ? extends @Nullable Comparable<?>> value) {
        this.value = value;
    }

    /** As an address writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether what it sorts by is a number. */
    boolean isNumber() {
        return this != NOM && this != PROPOSITION && this != BESOIN;
    }

    /** The one an address asks for; by name where it asks for none that exists. */
    static EpciOrder of(@Nullable String code) {
        for (EpciOrder order : values()) {
            if (order.code().equals(code)) {
                return order;
            }
        }
        return NOM;
    }

    /** Rows come in the order of their names. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Comparator<EpciRow> comparator(boolean descending) {
        if (value == null) {
            return (one, other) -> 0;
        }
        Comparator<Comparable> natural = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing((Function<EpciRow, Comparable>) (Function) value, Comparator.nullsLast(natural));
    }
}
