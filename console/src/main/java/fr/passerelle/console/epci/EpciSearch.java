package fr.passerelle.console.epci;

import fr.passerelle.console.epci.EpciRows.EpciRow;
import fr.passerelle.console.page.Slice;
import fr.passerelle.schemas.text.PlainText;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the address of the list asks for. What it asks for that does not exist is left out.
 *
 * @param q words of the name, its initials or SIREN
 * @param proposition name of a mark; null or empty for all
 * @param attente name of what waits; null or empty for all
 * @param tri code of an order
 * @param sens {@code desc}, else ascending
 * @param page from 1
 */
record EpciSearch(
        @Nullable String q,
        @Nullable String proposition,
        @Nullable String attente,
        @Nullable String tri,
        @Nullable String sens,
        @Nullable String page) {

    private static final String PATH = "/intercommunalites";

    public EpciOrder order() {
        return EpciOrder.of(tri);
    }

    public boolean descending() {
        return "desc".equals(sens);
    }

    /** The words asked for, to show them again. */
    public String words() {
        return q == null ? "" : q;
    }

    EpciList in(Collection<EpciRow> rows) {
        List<EpciRow> found = rows.stream()
                .filter(this::fits)
                .sorted(order().comparator(descending()))
                .toList();
        return EpciList.page(found, number(), this);
    }

    private boolean fits(EpciRow row) {
        return (blank(proposition) || row.mark().name().equals(proposition))
                && (blank(attente)
                        || row.waiting().stream().anyMatch(one -> one.name().equals(attente)))
                && hasWords(row);
    }

    private boolean hasWords(EpciRow row) {
        String searched =
                PlainText.words(String.join(" ", row.name(), PlainText.initials(row.name()), row.siren(), row.seat()));
        for (String word : PlainText.words(words()).split(" ")) {
            if (!searched.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private int number() {
        return page != null && page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
    }

    /** The address of the same list in another order: the other way round where it is the one shown. */
    String sorted(EpciOrder other) {
        boolean turn = other == order() && !descending();
        return address()
                .replaceQueryParam("tri", other.code())
                .replaceQueryParam("sens", turn ? "desc" : "asc")
                .encode()
                .toUriString();
    }

    /** The address of another page of the same list. */
    public String at(int other) {
        return address().queryParam("page", other).encode().toUriString();
    }

    private UriComponentsBuilder address() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(PATH);
        add(address, "q", q);
        add(address, "proposition", proposition);
        add(address, "attente", attente);
        add(address, "tri", tri == null ? null : order().code());
        add(address, "sens", descending() ? "desc" : null);
        return address;
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            address.queryParam(name, value.replace("{", "").replace("}", ""));
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** How a screen reader is told about a column. */
    String ariaSort(EpciOrder column) {
        if (column != order()) {
            return "none";
        }
        return descending() ? "descending" : "ascending";
    }

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

    /** A page of the list. */
    record EpciList(Slice<EpciRow> slice, List<Column> columns) {

        private static final int SIZE = 60;

        /** A header that sorts. */
        record Column(String code, String address, String sort, boolean number) {}

        static EpciList page(List<EpciRow> found, int asked, EpciSearch search) {
            return new EpciList(Slice.of(found, asked, SIZE), columns(search));
        }

        private static List<Column> columns(EpciSearch search) {
            return Arrays.stream(EpciOrder.values())
                    .map(order -> new Column(order.code(), search.sorted(order), search.ariaSort(order), order.isNumber()))
                    .toList();
        }
    }
}
