package fr.passerelle.console.room;

import fr.passerelle.console.month.MissingMonths;
import fr.passerelle.console.page.Slice;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.current.RunCache;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of the months that nobody returned: which to ask for, room by room, and when many were silent at once. */
@Controller
class MissingMonthsPage {

    private static final int SIZE = 100;

    private final CurrentResults current;
    private final RunCache<MissingMonths> missing = new RunCache<>(MissingMonths::of);

    MissingMonthsPage(CurrentResults current) {
        this.current = current;
    }

    /**
     * What the page shows.
     *
     * @param slice the rooms
     */
    record MissingMonthsView(MissingMonths missing, Slice<MissingMonths.Line> slice) {}

    @GetMapping("/salles/mois-manquants")
    String show(@RequestParam(defaultValue = "1") String page, Model model) {
        MissingMonths all = missing.of(current.get());
        int asked = page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
        model.addAttribute("page", new MissingMonthsView(all, Slice.of(all.rooms(), asked, SIZE)));
        return "room/manquants";
    }
}
