package fr.passerelle.console.room;

import fr.passerelle.console.page.Slice;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.RunCache;
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
}
