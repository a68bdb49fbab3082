package fr.passerelle.console.room;

import fr.passerelle.console.page.Slice;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.room.RoomRow.Proposal;
import fr.passerelle.console.room.RoomSearch.SortedRooms;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.RunCache;
import fr.passerelle.rules.conversion.Departement;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.texts.Codes;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of the rooms: searched, filtered, sorted, by pages; its table alone where the page asks for it itself. */
@Controller
class RoomListPage {

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
}
