package fr.passerelle.console.api;

import fr.passerelle.console.api.ApiAnswer.AnswerFormat;
import fr.passerelle.console.api.ApiCollection.Stock;
import fr.passerelle.console.api.ApiProblems.MissingItem;
import fr.passerelle.console.api.ItemQuery.Links;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.security.Account;
import fr.passerelle.published.audit.Audit;
import fr.passerelle.published.audit.AuditAction;
import fr.passerelle.published.current.PublishedResults;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
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
                .orElseThrow(() -> new MissingItem(words.missing(dataset, name)));
        if (request.checkNotModified(answer.tag(stock))) {
            return null;
        }
        audit.read(by.id(), AuditAction.API_READ, dataset.path());
        return answer.headers().body(answer.one(item));
    }
}
