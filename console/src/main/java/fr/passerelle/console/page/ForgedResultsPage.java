package fr.passerelle.console.page;

import fr.passerelle.published.result.HashMismatch;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** When results are not those that were published: no page shows any of them. */
@ControllerAdvice
class ForgedResultsPage {

    /** The frame shows the run too: an answer without it, for people and machines. */
    @ExceptionHandler(HashMismatch.class)
    void refuse(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
