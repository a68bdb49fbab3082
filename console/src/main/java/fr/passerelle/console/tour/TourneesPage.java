package fr.passerelle.console.tour;

import fr.passerelle.calendar.tour.TourPlan;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.reading.CurrentResults;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A calendar of the nomadic service: who is where, week by week, and how far it is the best. */
@Controller
public class TourneesPage {

    private final TourSheets sheets;
    private final CurrentResults current;

    TourneesPage(TourSheets sheets, CurrentResults current) {
        this.sheets = sheets;
        this.current = current;
    }

    /**
     * The page.
     *
     * @param chosen null where no calendar is computed
     */
    record TourStudy(List<TourPlan> plans, @Nullable TourSheet chosen) {}

    @GetMapping("/tournees")
    String show(
            @RequestParam(defaultValue = "") String plan,
            @RequestParam(defaultValue = "") String semaine,
            @RequestParam(defaultValue = "") String animateur,
            @RequestParam(defaultValue = "") String jour,
            Model model) {
        TourSheet chosen = chosen(plan)
                .map(one -> sheets.of(one, new TourChoice(semaine, animateur, jour), current.get())
                        .orElseThrow(NotFound::new))
                .orElse(null);
        model.addAttribute("page", new TourStudy(sheets.all(), chosen));
        return "tour/une";
    }

    private Optional<TourPlan> chosen(String id) {
        return id.isEmpty() ? sheets.shown() : Optional.of(sheets.find(id).orElseThrow(NotFound::new));
    }
}
