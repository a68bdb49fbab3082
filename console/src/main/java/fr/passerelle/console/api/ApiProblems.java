package fr.passerelle.console.api;

import fr.passerelle.console.page.Problem;
import fr.passerelle.console.reading.NothingPublished;
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
}
