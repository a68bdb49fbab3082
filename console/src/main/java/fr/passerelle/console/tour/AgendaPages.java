package fr.passerelle.console.tour;

import fr.passerelle.console.page.FileAnswer;
import fr.passerelle.console.page.NotFound;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where and when sessions are, for whoever answers the telephone: a search, agendas to follow, posters to print. */
@Controller
public class AgendaPages {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Agendas agendas;

    AgendaPages(Agendas agendas) {
        this.agendas = agendas;
    }

    /**
     * The page.
     *
     * @param words what was asked for; empty: all places
     */
    record PlaceList(String words, List<Agendas.PlaceDates> places) {}

    @GetMapping("/tournees/lieux")
    String places(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("page", new PlaceList(q, agendas.named(q)));
        return "tour/lieux";
    }

    @GetMapping("/tournees/flux/{file}")
    ResponseEntity<byte[]> agenda(@PathVariable String file) {
        String text = agendas.agenda(file).orElseThrow(NotFound::new);
        return FileAnswer.of(file, CALENDAR, text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/tournees/affiches/{file}")
    ResponseEntity<byte[]> poster(@PathVariable String file) {
        return FileAnswer.of(
                file, MediaType.APPLICATION_PDF, agendas.poster(file).orElseThrow(NotFound::new));
    }
}
