package fr.passerelle.console.room;

import fr.passerelle.console.page.Slice;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.RunCache;
import fr.passerelle.published.current.PublishedResults;
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
        model.addAttribute("search", search);
        model.addAttribute("slice", Slice.of(search.among(sorted), search.page(), SIZE));
        model.addAttribute("partial", partial != null && restored == null);
        if (partial != null && restored == null) {
            return "room/liste :: resultats";
        }
        choices(model, published, sorted.rows());
        return "room/liste";
    }

    private static void choices(Model model, PublishedResults published, List<RoomRow> rows) {
        model.addAttribute("epcis", epcis(published));
        model.addAttribute(
                "departements",
                rows.stream().map(RoomRow::departement).distinct().sorted().toList());
        model.addAttribute("kinds", Proposal.Kind.values());
        model.addAttribute("candidatures", candidatures());
        model.addAttribute("states", FrequentationState.values());
    }

    private static Map<String, String> epcis(PublishedResults published) {
        Map<String, String> names = new LinkedHashMap<>();
        published.rooms().values().stream()
                .map(room -> room.getEpci())
                .distinct()
                .map(siren -> Map.entry(siren, published.epciName(siren)))
                .sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
                .forEach(epci -> names.put(epci.getKey(), epci.getValue()));
        return names;
    }

    private static Map<String, String> candidatures() {
        Map<String, String> words = new LinkedHashMap<>();
        Arrays.stream(Candidature.values()).forEach(one -> words.put(one.name(), Codes.candidature(one)));
        return words;
    }
}
