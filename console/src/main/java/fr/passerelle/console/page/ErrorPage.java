package fr.passerelle.console.page;

import fr.passerelle.published.result.Results.HashMismatch;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.Controller;

/**
 * What is shown when something fails: a page that asks nothing of the database, or a problem for a machine. It is reached by its name, as a
 * bean, and so has none of what the frame of other pages asks.
 */
@Component("/error")
final class ErrorPage implements Controller, ErrorController {

    private static final Set<Integer> WITH_WORDS = Set.of(400, 403, 404, 405, 503);

    @Override
    public @Nullable ModelAndView handleRequest(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int status = status(request);
        if (String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .startsWith("/api/")) {
            Problem.of(Optional.ofNullable(HttpStatus.resolve(status)).orElse(HttpStatus.INTERNAL_SERVER_ERROR))
                    .write(response);
            return null;
        }
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        int kind = status < 500 ? 400 : 500;
        return new ModelAndView("error", Map.of("code", WITH_WORDS.contains(status) ? status : kind));
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
    }

    /** When results are not those that were published: no page shows any of them. */
    @ControllerAdvice
    static class ForgedResultsPage {

        /** The frame shows the run too: an answer without it, for people and machines. */
        @ExceptionHandler(HashMismatch.class)
        void refuse(HttpServletResponse response) throws IOException {
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
    }
}
