package fr.passerelle.console.api;

import fr.passerelle.console.page.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** The API is only read: another method is answered by those that there are where there is something to read, and whatever else by 404. */
@RestController
@Hidden
class OtherMethods {

    private static final Pattern ADDRESS = Pattern.compile(ApiV1.ROOT + "([^/]+)(/[^/]+)?");
    private static final Set<String> DESCRIPTIONS = Set.of("openapi.json", "asyncapi.yaml");

    private final ApiCollections datasets;

    OtherMethods(ApiCollections datasets) {
        this.datasets = datasets;
    }

    @RequestMapping(
            path = "/api/**",
            method = {
                RequestMethod.GET,
                RequestMethod.POST,
                RequestMethod.PUT,
                RequestMethod.PATCH,
                RequestMethod.DELETE,
                RequestMethod.OPTIONS
            })
    ResponseEntity<ProblemDetail> refuse(HttpServletRequest request) {
        Matcher address = ADDRESS.matcher(request.getRequestURI());
        boolean isRead = address.matches() && isRead(address.group(1), address.group(2) != null);
        Problem problem = Problem.of(isRead ? HttpStatus.METHOD_NOT_ALLOWED : HttpStatus.NOT_FOUND);
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        return (isRead ? answer.allow(HttpMethod.GET, HttpMethod.HEAD) : answer).body(problem.body());
    }

    private boolean isRead(String path, boolean isItem) {
        return (!isItem && DESCRIPTIONS.contains(path))
                || datasets.find(path)
                        .filter(dataset -> !isItem || dataset.key().isPresent())
                        .isPresent();
    }
}
