package fr.passerelle.console.room;

import fr.passerelle.console.page.Listing;
import fr.passerelle.console.page.Listing.ListColumn;
import fr.passerelle.console.page.Listing.ListFilter;
import fr.passerelle.console.page.Listing.ListPage;
import fr.passerelle.console.page.Listing.ListRows;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.RunCache;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.text.PlainText;
import fr.passerelle.sheets.french.Textes;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of the rooms: searched, filtered, sorted, by pages; its table alone where the page asks for it itself. */
@Controller
public class RoomListPage {

    /** What may be asked of it. */
    static final Listing<RoomRow> LISTING = new Listing<>(
            "/salles",
            25,
            false,
            List.of(
                    ListColumn.words("nom", row -> row.room().getName()),
                    ListColumn.words("commune", RoomRow::communeName),
                    ListColumn.words("epci", RoomRow::epciName),
                    ListColumn.words("proposition", row -> row.kind() + row.candidature()),
                    new ListColumn<>("note", true, row -> row.scored(Frequentation::getScore)),
                    new ListColumn<>("presences", true, row -> row.scored(Frequentation::getPresences12Months))),
            List.of(
                    ListFilter.words(
                            "q",
                            text -> PlainText.of(text).strip(),
                            row -> row.room().getName()
                                    + ' '
                                    + row.communeName()
                                    + ' '
                                    + row.room().getRoomId()),
                    ListFilter.of("epci", row -> row.room().getEpci()),
                    ListFilter.of("departement", row -> row.departement().code()),
                    ListFilter.of("proposition", RoomRow::kind),
                    ListFilter.of(
                            "candidature",
                            row -> row.conversion() == null
                                    ? null
                                    : row.conversion().getCandidature()),
                    ListFilter.of("etat", row -> row.scored(Frequentation::getState))));

    private final CurrentResults current;
    private final RunCache<ListRows<RoomRow>> rooms =
            new RunCache<>(published -> new ListRows<>(RoomRow.all(published)));

    RoomListPage(CurrentResults current) {
        this.current = current;
    }

    @GetMapping("/salles")
    ModelAndView show(
            @RequestParam Map<String, String> asked,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial,
            @RequestHeader(name = "HX-History-Restore-Request", required = false) @Nullable String restored) {
        ListRows<RoomRow> rows = rooms.of(current.get());
        boolean alone = partial != null && restored == null;
        return new ModelAndView(
                alone ? "room/liste :: resultats" : "room/liste",
                "page",
                new RoomList(LISTING.page(asked, rows), alone, rows.all()));
    }

    /** The list of the rooms, or its table alone, without the page around it. */
    record RoomList(ListPage<RoomRow> list, boolean alone, List<RoomRow> rows) {

        /** Names of the EPCIs that have rooms, by SIREN, in their order, and what stands for that of the rooms that have none. */
        public Map<String, String> epcis(String none) {
            return words(rows.stream()
                    .map(row -> Map.entry(
                            row.room().getEpci(),
                            row.room().getEpci().equals(Partitions.WITHOUT_EPCI) ? none : row.epciName()))
                    .distinct()
                    .sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER)));
        }

        /** Names of those that have rooms, by code. */
        public Map<String, String> departements() {
            return words(rows.stream()
                    .map(RoomRow::departement)
                    .distinct()
                    .sorted()
                    .map(departement -> Map.entry(departement.code(), departement.name())));
        }

        /** What a room may become. */
        public Map<String, String> kinds() {
            return Listing.codes(Stream.concat(Stream.of(ConversionKind.values()), Stream.of(RoomRow.NOTHING))
                    .toList());
        }

        /** Where a room may stand: words by code. */
        public Map<String, String> candidatures() {
            return words(Arrays.stream(Candidature.values())
                    .map(one -> Map.entry(one.name(), Textes.word("candidature", one))));
        }

        /** Whether a room may be scored. */
        public Map<String, String> states() {
            return Listing.codes(List.of(FrequentationState.values()));
        }

        private static Map<String, String> words(Stream<Map.Entry<String, String>> words) {
            return words.collect(
                    Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
        }
    }
}
