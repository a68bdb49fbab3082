package fr.passerelle.console.api;

import fr.passerelle.console.api.ApiCollection.ItemQuery;
import fr.passerelle.console.api.ApiDescription.DescriptionWords;
import fr.passerelle.console.page.Problem;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.CurrentResults.NothingPublished;
import fr.passerelle.console.security.Account;
import fr.passerelle.published.Namespace;
import fr.passerelle.published.audit.Audit;
import fr.passerelle.published.audit.Audit.AuditAction;
import fr.passerelle.schemas.contract.Topics;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;

/** Answers for every collection, in one way; what each is stands in {@link ApiCollections}, and {@link ApiDescription} says it to machines. */
@RestController
@Hidden
class ApiV1 {

    static final String ROOT = "/api/v1/";

    private static final String STREAMS = ROOT + "asyncapi.yaml";
    private static final Pattern ADDRESS = Pattern.compile(ROOT + "([^/]+)(/[^/]+)?");
    private static final Set<String> DESCRIPTIONS = Set.of("openapi.json", "asyncapi.yaml");

    private final ApiCollections datasets;
    private final CurrentResults current;
    private final Audit audit;
    private final DescriptionWords words;
    private final String streams;

    ApiV1(ApiCollections datasets, CurrentResults current, Audit audit, DescriptionWords words, Namespace namespace) {
        this.datasets = datasets;
        this.words = words;
        this.current = current;
        this.audit = audit;
        this.streams = AsyncApi.yaml(new Topics(namespace.name()));
    }

    /** What refuses a call that says something that the API does not understand: the advice is for whoever made it, in French. */
    static ResponseStatusException malformed(String advice) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, advice);
    }

    @GetMapping(ROOT + "{path}")
    @Nullable
    ResponseEntity<byte[]> page(
            @AuthenticationPrincipal Account by,
            @PathVariable String path,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader HttpHeaders headers,
            WebRequest request) {
        ApiCollection dataset = datasets.get(path);
        ItemQuery itemQuery = ItemQuery.of(dataset, parameters);
        ApiAnswer answer = ApiAnswer.of(dataset, headers, current.get());
        List<? extends IndexedRecord> items = itemQuery.among(answer.all(), answer.published());
        String links = itemQuery.links(items.size());
        return answered(
                answer,
                by,
                request,
                given -> given.header(HttpHeaders.LINK, links).body(answer.page(itemQuery, items)));
    }

    @GetMapping(ROOT + "{path}/{name}")
    @Nullable
    ResponseEntity<byte[]> one(
            @AuthenticationPrincipal Account by,
            @PathVariable String path,
            @PathVariable String name,
            @RequestHeader HttpHeaders headers,
            WebRequest request) {
        ApiCollection dataset = datasets.get(path);
        ApiAnswer answer = ApiAnswer.of(dataset, headers, current.get());
        IndexedRecord item = answer.all().stream()
                .filter(each -> dataset.isNamed(each, name))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, words.missing(dataset, name)));
        return answered(answer, by, request, given -> given.body(answer.one(item)));
    }

    /** Nothing where the caller has it. */
    private @Nullable ResponseEntity<byte[]> answered(
            ApiAnswer answer,
            Account by,
            WebRequest request,
            Function<ResponseEntity.BodyBuilder, ResponseEntity<byte[]>> whole) {
        if (request.checkNotModified(answer.tag())) {
            return null;
        }
        audit.read(by.id(), AuditAction.API_READ, answer.dataset().path());
        return whole.apply(answer.headers());
    }

    /** The topics for machines: AsyncAPI 3, generated from the catalogue under the namespace that is served. */
    @GetMapping(path = STREAMS, produces = "application/yaml;charset=UTF-8")
    String streams() {
        return streams;
    }

    /** The API is only read: another method is answered by those that there are where there is something to read, and whatever else by 404. */
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
    void refuse(HttpServletRequest request, HttpServletResponse response) {
        Matcher address = ADDRESS.matcher(request.getRequestURI());
        if (address.matches() && isRead(address.group(1), address.group(2) != null)) {
            response.setHeader(HttpHeaders.ALLOW, "GET,HEAD");
            throw new ResponseStatusException(HttpStatus.METHOD_NOT_ALLOWED);
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private boolean isRead(String path, boolean isItem) {
        return (!isItem && DESCRIPTIONS.contains(path))
                || datasets.find(path)
                        .filter(dataset -> !isItem || dataset.key().isPresent())
                        .isPresent();
    }

    /** Says to a machine why it has no answer; before what says it to people. */
    @RestControllerAdvice(basePackageClasses = ApiV1.class)
    @Order(0)
    static class ApiProblems {

        @ExceptionHandler
        ResponseEntity<ProblemDetail> refused(ResponseStatusException refused) {
            HttpStatus status = HttpStatus.valueOf(refused.getStatusCode().value());
            String advice = refused.getReason();
            return answer(advice == null ? Problem.of(status) : Problem.of(status, advice));
        }

        @ExceptionHandler(NothingPublished.class)
        ResponseEntity<ProblemDetail> nothing() {
            return answer(new Problem(
                    HttpStatus.NOT_FOUND,
                    "Rien n’est encore publié",
                    "La première exécution n’a pas encore abouti : attendez-la."));
        }

        private static ResponseEntity<ProblemDetail> answer(Problem problem) {
            ProblemDetail body = ProblemDetail.forStatusAndDetail(problem.status(), problem.detail());
            body.setTitle(problem.title());
            return ResponseEntity.status(problem.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(body);
        }
    }
}
