package fr.passerelle.console.epci;

import fr.passerelle.schemas.text.PlainText;
import java.util.Collection;
import java.util.List;
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
}
