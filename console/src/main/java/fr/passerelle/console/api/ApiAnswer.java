package fr.passerelle.console.api;

import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedRun;
import fr.passerelle.schemas.contract.RecordJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** What is answered about a collection, under what is published. */
record ApiAnswer(ApiCollection dataset, AnswerFormat format, PublishedResults published) {

    Stock stock() {
        return dataset.source().apply(published);
    }

    /** The same for the same answer: the results' hash, the run that published them, and what the collection adds. */
    String tag(Stock stock) {
        return String.join("-", run().hash(), String.valueOf(run().no()), stock.version(), format.name());
    }

    /** A table is a file that says its run, and its nature where that is a reconstitution. */
    ResponseEntity.BodyBuilder headers() {
        ResponseEntity.BodyBuilder headers = ResponseEntity.ok()
                .contentType(format.type())
                .varyBy(HttpHeaders.ACCEPT, HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE);
        return format == AnswerFormat.JSON
                ? headers
                : headers.header(HttpHeaders.CONTENT_DISPOSITION, file().toString());
    }

    /** One page of the items that were asked for. */
    byte[] page(ItemQuery itemQuery, List<? extends IndexedRecord> items) {
        List<? extends IndexedRecord> page = itemQuery.cut(items);
        if (format == AnswerFormat.CSV) {
            return table(page);
        }
        Map<String, Object> answer = opening();
        answer.put("page", place(itemQuery, items.size()));
        answer.put("items", page.stream().map(RecordJson::decimals).toList());
        return bytes(RecordJson.write(answer));
    }

    /** One item. */
    byte[] one(IndexedRecord item) {
        if (format == AnswerFormat.CSV) {
            return table(List.of(item));
        }
        Map<String, Object> answer = opening();
        answer.put("item", RecordJson.decimals(item));
        return bytes(RecordJson.write(answer));
    }

    private PublishedRun run() {
        return published.run();
    }

    private byte[] table(List<? extends IndexedRecord> items) {
        return bytes(ItemTable.of(dataset.schema(), items, run()));
    }

    private Map<String, Object> opening() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("publication", RecordJson.fields(AnswerProvenance.of(run())));
        return answer;
    }

    private ContentDisposition file() {
        String nature = run().demonstration() ? "-reconstitution" : "";
        return ContentDisposition.attachment()
                .filename("passerelle-" + dataset.path() + "-" + run().id() + nature + ".csv")
                .build();
    }

    private static Map<String, Integer> place(ItemQuery itemQuery, int total) {
        Map<String, Integer> place = new LinkedHashMap<>();
        place.put("number", itemQuery.page());
        place.put("size", itemQuery.size());
        place.put("pages", itemQuery.pages(total));
        place.put("items", total);
        return place;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
