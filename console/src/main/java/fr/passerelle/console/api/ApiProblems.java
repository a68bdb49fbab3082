package fr.passerelle.console.api;

import fr.passerelle.console.page.Problem;
import fr.passerelle.console.reading.CurrentResults.NothingPublished;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says to a machine why it has no answer; before what says it to people. */
@RestControllerAdvice(basePackageClasses = ApiV1.class)
@Order(0)
class ApiProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformed(MalformedDemand malformed) {
        return answer(Problem.of(HttpStatus.BAD_REQUEST, malformed.advice()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingItem missing) {
        return answer(Problem.of(HttpStatus.NOT_FOUND, missing.advice()));
    }

    @ExceptionHandler(NotAcceptable.class)
    ResponseEntity<ProblemDetail> notAcceptable() {
        return answer(Problem.of(HttpStatus.NOT_ACCEPTABLE));
    }

    @ExceptionHandler(NothingPublished.class)
    ResponseEntity<ProblemDetail> nothing() {
        return answer(new Problem(
                HttpStatus.NOT_FOUND,
                "Rien n’est encore publié",
                "La première exécution n’a pas encore abouti : attendez-la."));
    }

    private static ResponseEntity<ProblemDetail> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.body());
    }

    /** A call that says something that the API does not understand: its message is for whoever made it, in French. */
    static final class MalformedDemand extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String advice;

        MalformedDemand(String advice) {
            super(advice);
            this.advice = advice;
        }

        String advice() {
            return advice;
        }
    }

    /** A call for what is not there: its message says what that is, to whoever made it, in French. */
    static final class MissingItem extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String advice;

        MissingItem(String advice) {
            super(advice);
            this.advice = advice;
        }

        String advice() {
            return advice;
        }
    }

    /** A caller that takes neither of the formats that there are. */
    static final class NotAcceptable extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
