package fr.passerelle.console.api;

import fr.passerelle.published.current.Published;
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
record Answer(Dataset dataset, Format format, Published published) {

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
        return format == Format.JSON ? headers : headers.header(HttpHeaders.CONTENT_DISPOSITION, file().toString());
    }

    /** One page of the items that were asked for. */
    byte[] page(Asked asked, List<? extends IndexedRecord> items) {
        List<? extends IndexedRecord> page = asked.cut(items);
        if (format == Format.CSV) {
            return table(page);
        }
        Map<String, Object> answer = opening();
        answer.put("page", place(asked, items.size()));
        answer.put("items", page.stream().map(RecordJson::fields).toList());
        return bytes(RecordJson.write(answer));
    }

    /** One item. */
    byte[] one(IndexedRecord item) {
        if (format == Format.CSV) {
            return table(List.of(item));
        }
        Map<String, Object> answer = opening();
        answer.put("item", RecordJson.fields(item));
        return bytes(RecordJson.write(answer));
    }

    private PublishedRun run() {
        return published.run();
    }

    private byte[] table(List<? extends IndexedRecord> items) {
        return bytes(Table.of(dataset.schema(), items, run()));
    }

    private Map<String, Object> opening() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("publication", RecordJson.fields(Provenance.of(run())));
        return answer;
    }

    private ContentDisposition file() {
        String nature = run().demonstration() ? "-reconstitution" : "";
        return ContentDisposition.attachment()
                .filename("passerelle-" + dataset.path() + "-" + run().id() + nature + ".csv")
                .build();
    }

    private static Map<String, Integer> place(Asked asked, int total) {
        Map<String, Integer> place = new LinkedHashMap<>();
        place.put("number", asked.page());
        place.put("size", asked.size());
        place.put("pages", asked.pages(total));
        place.put("items", total);
        return place;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
