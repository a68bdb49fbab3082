package fr.passerelle.console.api;

import fr.passerelle.console.ConsoleSettings;
import fr.passerelle.console.api.ApiAnswer.AnswerFormat;
import fr.passerelle.console.api.ApiCollection.ItemQuery;
import fr.passerelle.console.api.ApiCollection.ItemQuery.Links;
import fr.passerelle.console.api.ApiCollection.Stock;
import fr.passerelle.console.api.ApiV1.ApiProblems.ApiRefusal;
import fr.passerelle.console.page.Problem;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.CurrentResults.NothingPublished;
import fr.passerelle.console.security.Account;
import fr.passerelle.published.audit.Audit;
import fr.passerelle.published.audit.Audit.AuditAction;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.contract.Topics;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
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

/** Answers for every collection, in one way; what each is stands in {@link ApiCollections}, and {@link ApiDescription} says it to machines. */
@RestController
@Hidden
class ApiV1 {

    static final String ROOT = "/api/v1/";

    private final ApiCollections datasets;
    private final CurrentResults current;
    private final Audit audit;
    private final DescriptionWords words;

    ApiV1(ApiCollections datasets, CurrentResults current, Audit audit, DescriptionWords words) {
        this.datasets = datasets;
        this.words = words;
        this.current = current;
        this.audit = audit;
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
        ApiAnswer answer = new ApiAnswer(dataset, AnswerFormat.wanted(headers), current.get());
        Stock stock = answer.stock();
        itemQuery.check(answer, stock);
        if (request.checkNotModified(answer.tag(stock))) {
            return null;
        }
        audit.read(by.id(), AuditAction.API_READ, dataset.path());
        List<? extends IndexedRecord> items =
                stock.items().stream().filter(itemQuery::fits).toList();
        return answer.headers()
                .header(HttpHeaders.LINK, Links.around(dataset, itemQuery, items.size()))
                .body(answer.page(itemQuery, items));
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
        PublishedResults published = current.get();
        ApiAnswer answer = new ApiAnswer(dataset, AnswerFormat.wanted(headers), published);
        Stock stock = answer.stock();
        IndexedRecord item = stock.items().stream()
                .filter(each -> dataset.isNamed(each, name))
                .findFirst()
                .orElseThrow(() -> ApiRefusal.missing(words.missing(dataset, name)));
        if (request.checkNotModified(answer.tag(stock))) {
            return null;
        }
        audit.read(by.id(), AuditAction.API_READ, dataset.path());
        return answer.headers().body(answer.one(item));
    }

    /** The API is only read: another method is answered by those that there are where there is something to read, and whatever else by 404. */
    @RestController
    @Hidden
    static class OtherMethods {

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

    /** The topics for machines: AsyncAPI 3, generated from the catalogue under the namespace that is served. */
    @RestController
    @Hidden
    static class StreamsDescription {

        static final String PATH = ApiV1.ROOT + "asyncapi.yaml";

        private final String yaml;

        StreamsDescription(ConsoleSettings settings) {
            this.yaml = AsyncApi.yaml(new Topics(settings.namespace()));
        }

        @GetMapping(path = PATH, produces = "application/yaml;charset=UTF-8")
        String show() {
            return yaml;
        }
    }

    /** Says to a machine why it has no answer; before what says it to people. */
    @RestControllerAdvice(basePackageClasses = ApiV1.class)
    @Order(0)
    static class ApiProblems {

        @ExceptionHandler
        ResponseEntity<ProblemDetail> refused(ApiRefusal refusal) {
            return answer(refusal.problem());
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

        /** A call that has no answer: its problem says why, to whoever made it, in French. */
        static final class ApiRefusal extends RuntimeException {

            private static final long serialVersionUID = 1L;

            private final transient Problem problem;

            ApiRefusal(Problem problem) {
                super(problem.detail());
                this.problem = problem;
            }

            /** Of what the API does not understand. */
            static ApiRefusal malformed(String advice) {
                return new ApiRefusal(Problem.of(HttpStatus.BAD_REQUEST, advice));
            }

            /** Of what is not there: the advice says what that is. */
            static ApiRefusal missing(String advice) {
                return new ApiRefusal(Problem.of(HttpStatus.NOT_FOUND, advice));
            }

            /** Why. */
            Problem problem() {
                return problem;
            }
        }
    }
}
