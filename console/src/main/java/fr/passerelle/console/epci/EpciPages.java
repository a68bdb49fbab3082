package fr.passerelle.console.epci;

import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.Published;
import fr.passerelle.rules.explanation.text.Dossier;
import fr.passerelle.rules.explanation.text.MaireText;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The list of the intercommunalités, and the page of one. */
@Controller
class EpciPages {

    private final CurrentResults current;

    EpciPages(CurrentResults current) {
        this.current = current;
    }

    @GetMapping("/intercommunalites")
    String list(Model model) {
        model.addAttribute("plans", current.get().proposals().plans().values());
        return "epci/liste";
    }

    @GetMapping("/intercommunalites/{siren}")
    String one(@PathVariable String siren, Model model) {
        Published published = current.get();
        Dossier dossier = Dossier.of(published.proposals(), siren).orElseThrow(NotFound::new);
        model.addAttribute("plan", dossier.plan());
        model.addAttribute("maire", MaireText.of(dossier));
        return "epci/une";
    }
}
