package fr.passerelle.console.room;

import fr.passerelle.console.page.RowOrder;
import fr.passerelle.console.page.Slice;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.RunCache;
import fr.passerelle.console.room.RoomListPage.RoomSearch.SortedRooms;
import fr.passerelle.console.room.RoomRow.Proposal;
import fr.passerelle.console.room.RoomRow.RoomRows;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.place.NameOrder;
import fr.passerelle.rules.conversion.Departement;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.text.PlainText;
import fr.passerelle.sheets.french.Codes;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of the rooms: searched, filtered, sorted, by pages; its table alone where the page asks for it itself. */
@Controller
public class RoomListPage {

    private static final int SIZE = 25;

    private final CurrentResults current;
    private final RunCache<SortedRooms> rooms = new RunCache<>(SortedRooms::of);

    RoomListPage(CurrentResults current) {
        this.current = current;
    }

    @GetMapping("/salles")
    String show(
            @RequestParam Map<String, String> asked,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial,
            @RequestHeader(name = "HX-History-Restore-Request", required = false) @Nullable String restored,
            Model model) {
        PublishedResults published = current.get();
        SortedRooms sorted = rooms.of(published);
        RoomSearch search = RoomSearch.of(asked);
        Slice<RoomRow> slice = Slice.of(search.among(sorted), search.page(), SIZE);
        boolean alone = partial != null && restored == null;
        model.addAttribute("page", new RoomList(search, slice, alone, sorted.rows()));
        return alone ? "room/liste :: resultats" : "room/liste";
    }

    /**
     * The list of the rooms as its page shows it.
     *
     * @param alone whether the table is shown without the page around it
     */
    record RoomList(RoomSearch search, Slice<RoomRow> slice, boolean alone, List<RoomRow> rows) {

        /** Names of the EPCIs that have rooms, by SIREN, in the order of the names. */
        public Map<String, String> epcis() {
            Map<String, String> names = new LinkedHashMap<>();
            rows.stream()
                    .map(row -> Map.entry(row.siren(), row.epci()))
                    .distinct()
                    .sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
                    .forEach(epci -> names.put(epci.getKey(), epci.getValue()));
            return names;
        }

        /** Those that have rooms. */
        public List<Departement> departements() {
            return rows.stream().map(RoomRow::departement).distinct().sorted().toList();
        }

        /** What a room may become. */
        public List<Proposal.Kind> kinds() {
            return List.of(Proposal.Kind.values());
        }

        /** Where a room may stand: words by code. */
        public Map<String, String> candidatures() {
            Map<String, String> words = new LinkedHashMap<>();
            Arrays.stream(Candidature.values()).forEach(one -> words.put(one.name(), Codes.candidature(one)));
            return words;
        }

        /** Whether a room may be scored. */
        public List<FrequentationState> states() {
            return List.of(FrequentationState.values());
        }
    }

    /**
     * What is asked of the list, as its address says it: an empty text asks nothing, what is no choice of the list is taken as not said.
     *
     * @param q words to be found in the name, the commune or the identifier, whatever their accents
     * @param page from 1
     */
    record RoomSearch(
            String q,
            String epci,
            String departement,
            String proposition,
            String candidature,
            String etat,
            RoomOrder order,
            boolean descending,
            int page) {

        private static final int LONGEST = 100;

        static RoomSearch of(Map<String, String> asked) {
            return new RoomSearch(
                    text(asked, "q"),
                    text(asked, "epci"),
                    text(asked, "departement"),
                    text(asked, "proposition"),
                    text(asked, "candidature"),
                    text(asked, "etat"),
                    order(text(asked, "tri")),
                    text(asked, "sens").equals("desc"),
                    Slice.asked(text(asked, "page")));
        }

        List<RoomRow> among(SortedRooms rooms) {
            return rooms.by(order, descending).stream()
                    .filter(row -> fits(row) && says(row))
                    .toList();
        }

        private boolean fits(RoomRow row) {
            return isAsked(epci, row.siren())
                    && isAsked(departement, row.departement().code())
                    && isAsked(proposition, row.proposal().kind().name())
                    && isAsked(candidature, String.valueOf(row.candidature()))
                    && isAsked(etat, String.valueOf(row.state()));
        }

        private static boolean isAsked(String asked, String value) {
            return asked.isEmpty() || asked.equals(value);
        }

        private boolean says(RoomRow row) {
            return q.isEmpty()
                    || Stream.of(plain(q).split(" ", -1))
                            .allMatch(plain(row.name() + ' ' + row.commune() + ' ' + row.id())::contains);
        }

        private static String plain(String text) {
            return PlainText.of(text).strip();
        }

        /** The address of another page of the same list. */
        public String toPage(int another) {
            return address(order, descending, another);
        }

        /** The address of the same list sorted by this, the other way where it already is. */
        public String sortedBy(RoomOrder another) {
            return address(another, another == order && !descending, 1);
        }

        /** What the list may be sorted by. */
        public List<RoomOrder> columns() {
            return List.of(RoomOrder.values());
        }

        /** What a screen reader says of a column. */
        public String sortOf(RoomOrder column) {
            return column.ariaSort(order, descending);
        }

        private String address(RoomOrder sorted, boolean down, int at) {
            Map<String, String> said = new LinkedHashMap<>();
            said.put("q", q);
            said.put("epci", epci);
            said.put("departement", departement);
            said.put("proposition", proposition);
            said.put("candidature", candidature);
            said.put("etat", etat);
            said.put("tri", sorted == RoomOrder.NOM ? "" : sorted.name().toLowerCase(Locale.ROOT));
            said.put("sens", down ? "desc" : "");
            said.put("page", at == 1 ? "" : Integer.toString(at));
            UriComponentsBuilder address = UriComponentsBuilder.fromPath("/salles");
            said.forEach((name, value) -> {
                if (!value.isEmpty()) {
                    address.queryParam(name, "{" + name + "}");
                }
            });
            return address.encode().buildAndExpand(said).toUriString();
        }

        private static String text(Map<String, String> asked, String name) {
            String text = asked.getOrDefault(name, "").strip();
            return text.substring(0, Math.min(LONGEST, text.length()));
        }

        private static RoomOrder order(String asked) {
            return Arrays.stream(RoomOrder.values())
                    .filter(order -> order.name().equalsIgnoreCase(asked))
                    .findFirst()
                    .orElse(RoomOrder.NOM);
        }

        /** What the list may be sorted by. What is unknown comes last either way; equals are in the order of their identifiers. */
        enum RoomOrder implements RowOrder<RoomRow> {
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

            @Override
            public @Nullable Comparable<?> value(RoomRow row) {
                return value.apply(row);
            }

            private static Function<RoomRow, @Nullable Comparable<?>> words(Function<RoomRow, String> text) {
                return row -> NameOrder.key(text.apply(row));
            }
        }

        /** The rooms of a run in each order that was ever asked for: comparing French words is the slowest of all that a list does. */
        static final class SortedRooms {

            private final List<RoomRow> rows;
            private final Map<Asked, List<RoomRow>> sorted = new ConcurrentHashMap<>();

            SortedRooms(List<RoomRow> rows) {
                this.rows = rows;
            }

            private record Asked(RoomOrder order, boolean descending) {}

            static SortedRooms of(PublishedResults published) {
                return new SortedRooms(RoomRows.of(published));
            }

            List<RoomRow> rows() {
                return rows;
            }

            List<RoomRow> by(RoomOrder order, boolean descending) {
                return sorted.computeIfAbsent(
                        new Asked(order, descending), asked -> asked.order().sorted(rows, asked.descending()));
            }
        }
    }
}
