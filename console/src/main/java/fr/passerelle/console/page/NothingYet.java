package fr.passerelle.console.page;

import fr.passerelle.console.reading.NothingPublished;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Before the first run: what to do, instead of an empty page. */
@ControllerAdvice
class NothingYet {

    @ExceptionHandler(NothingPublished.class)
    @ResponseStatus(HttpStatus.OK)
    String show() {
        return "page/vide";
    }
}
