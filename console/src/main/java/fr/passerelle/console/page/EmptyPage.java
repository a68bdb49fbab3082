package fr.passerelle.console.page;

import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.NothingPublished;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Before the first run: what to do, instead of an empty page. */
@ControllerAdvice
class EmptyPage {

    private final CurrentResults current;

    EmptyPage(CurrentResults current) {
        this.current = current;
    }

    /** The model of the page that failed is lost: of what its frame shows, only the nature of the data is needed here. */
    @ExceptionHandler(NothingPublished.class)
    @ResponseStatus(HttpStatus.OK)
    String show(Model model) {
        model.addAttribute("reconstitution", current.demonstration());
        return "page/vide";
    }
}
