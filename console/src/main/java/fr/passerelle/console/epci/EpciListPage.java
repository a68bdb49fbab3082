package fr.passerelle.console.epci;

import fr.passerelle.console.epci.EpciListPage.EpciSearch.EpciList;
import fr.passerelle.console.epci.EpciRows.EpciRow;
import fr.passerelle.console.epci.EpciRows.PendingTask;
import fr.passerelle.console.map.Maps;
import fr.passerelle.console.map.Mark;
import fr.passerelle.console.map.Mark.MarkCount;
import fr.passerelle.console.map.RegionMap;
import fr.passerelle.console.page.RowOrder;
import fr.passerelle.console.page.Slice;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.text.PlainText;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of the intercommunalités, with its map. */
@Controller
class EpciListPage {

    private final CurrentResults current;
    private final EpciRows rows;
    private final Maps maps;

    EpciListPage(CurrentResults current, EpciRows rows, Maps maps) {
        this.current = current;
        this.rows = rows;
        this.maps = maps;
    }

    /**
     * The list with its map.
     *
     * @param rows all of them, by SIREN, whatever is asked
     */
    record EpciOverview(
            Map<String, EpciRow> rows, RegionMap map, EpciList list, EpciSearch search, List<MarkCount> counts) {

        /** What an EPCI may be proposed. */
        public List<Mark> marks() {
            return MarkCount.PROPOSED;
        }

        /** What may wait for somebody. */
        public List<PendingTask> tasks() {
            return List.of(PendingTask.values());
        }
    }

    @GetMapping("/intercommunalites")
    String list(EpciSearch search, Model model) {
        PublishedResults published = current.get();
        Map<String, EpciRow> all = rows.of(published);
        List<MarkCount> counts = MarkCount.of(published.proposals().plans().values());
        model.addAttribute(
                "page", new EpciOverview(all, maps.region(published), search.in(all.values()), search, counts));
        return "epci/liste";
    }

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
            List<EpciRow> found = rows.stream().filter(this::fits).toList();
            return EpciList.page(order().sorted(found, descending()), Slice.asked(page), this);
        }

        private boolean fits(EpciRow row) {
            return (blank(proposition) || row.mark().name().equals(proposition))
                    && (blank(attente)
                            || row.waiting().stream().anyMatch(one -> one.name().equals(attente)))
                    && hasWords(row);
        }

        private boolean hasWords(EpciRow row) {
            String searched = PlainText.words(
                    String.join(" ", row.name(), PlainText.initials(row.name()), row.siren(), row.seat()));
            return Arrays.stream(PlainText.words(words()).split(" ")).allMatch(searched::contains);
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

        /** By what the list is sorted; rows that are equal keep the order of their names, those without a value come last. */
        enum EpciOrder implements RowOrder<EpciRow> {
            NOM(row -> null),
            PROPOSITION(EpciRow::mark),
            NOTE(EpciRow::score),
            ETAPES(EpciRow::etapes),
            SEANCES(EpciRow::sessions),
            AIDE(EpciRow::aid),
            BESOIN(EpciRow::besoin),
            POPULATION(EpciRow::population);

            private final Function<EpciRow, @Nullable Comparable<?>> value;

            EpciOrder(Function<EpciRow, @Nullable Comparable<?>> value) {
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
                return Arrays.stream(values())
                        .filter(order -> order.code().equals(code))
                        .findFirst()
                        .orElse(NOM);
            }

            @Override
            public @Nullable Comparable<?> value(EpciRow row) {
                return value.apply(row);
            }
        }

        record EpciList(Slice<EpciRow> slice, List<Column> columns) {

            private static final int SIZE = 60;

            /** A header that sorts. */
            record Column(String code, String address, String sort, boolean number) {}

            static EpciList page(List<EpciRow> found, int asked, EpciSearch search) {
                return new EpciList(Slice.of(found, asked, SIZE), columns(search));
            }

            private static List<Column> columns(EpciSearch search) {
                return Arrays.stream(EpciOrder.values())
                        .map(order -> new Column(
                                order.code(),
                                search.sorted(order),
                                order.ariaSort(search.order(), search.descending()),
                                order.isNumber()))
                        .toList();
            }
        }
    }
}
