package fr.passerelle.console.page;

import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.NothingPublished;
import fr.passerelle.published.result.HashMismatch;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Before the first run, and when results are not those that were published: what to do, instead of a page. */
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

    /** The frame shows the run too: an answer without it, for people and machines. */
    @ExceptionHandler(HashMismatch.class)
    void refuse(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
