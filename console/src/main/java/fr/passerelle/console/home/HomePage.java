package fr.passerelle.console.home;

import fr.passerelle.console.reading.CurrentResults;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page. */
@Controller
class HomePage {

    private final CurrentResults current;

    HomePage(CurrentResults current) {
        this.current = current;
    }

    @GetMapping("/")
    String show(Model model) {
        model.addAttribute("published", current.get());
        return "home/accueil";
    }
}
