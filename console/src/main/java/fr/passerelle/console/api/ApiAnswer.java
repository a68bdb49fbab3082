package fr.passerelle.console.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.passerelle.console.api.ApiCollection.ItemQuery;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.schemas.text.Formulas;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.server.ResponseStatusException;

/** What is answered about a collection under what is published, and all that the collection holds. */
record ApiAnswer(
        ApiCollection dataset, AnswerFormat format, PublishedResults published, List<? extends IndexedRecord> all) {

    /** What every answer says of itself: which run, as of when, under which barème, of what nature. */
    static final Schema PROVENANCE = ApiCollections.schema("Provenance");

    /** In the format that the headers of a call ask for. */
    static ApiAnswer of(ApiCollection dataset, HttpHeaders headers, PublishedResults published) {
        AnswerFormat format = AnswerFormat.wanted(headers);
        return new ApiAnswer(dataset, format, published, dataset.items().apply(published));
    }

    /** The same for the same answer: the results' hash, the run that published them, what an item is, and what the collection adds. */
    String tag() {
        return String.join(
                "-",
                published.run().hash(),
                String.valueOf(published.run().no()),
                dataset.shape(),
                dataset.version().apply(all),
                format.name());
    }

    /** A table is a file that says its run, and its nature where that is a reconstitution. */
    ResponseEntity.BodyBuilder headers() {
        ResponseEntity.BodyBuilder headers = ResponseEntity.ok()
                .contentType(format.type)
                .varyBy(HttpHeaders.ACCEPT, HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE);
        return format == AnswerFormat.JSON
                ? headers
                : headers.header(HttpHeaders.CONTENT_DISPOSITION, file().toString());
    }

    /** One page of the items that were asked for. */
    byte[] page(ItemQuery itemQuery, List<? extends IndexedRecord> items) {
        List<? extends IndexedRecord> page = itemQuery.cut(items);
        Map<String, Integer> place = new LinkedHashMap<>();
        place.put("number", itemQuery.page());
        place.put("size", itemQuery.size());
        place.put("pages", itemQuery.pages(items.size()));
        place.put("items", items.size());
        return written(page, answer -> {
            answer.put("page", place);
            answer.put("items", page.stream().map(RecordJson::decimals).toList());
        });
    }

    byte[] one(IndexedRecord item) {
        return written(List.of(item), answer -> answer.put("item", RecordJson.decimals(item)));
    }

    private byte[] written(List<? extends IndexedRecord> items, Consumer<Map<String, Object>> said) {
        if (format == AnswerFormat.CSV) {
            return table(dataset.schema(), items, published.run()).getBytes(StandardCharsets.UTF_8);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("publication", RecordJson.fields(provenance(published.run())));
        said.accept(answer);
        return RecordJson.of(answer).getBytes(StandardCharsets.UTF_8);
    }

    private ContentDisposition file() {
        PublishedRun run = published.run();
        String nature = run.demonstration() ? "-reconstitution" : "";
        return ContentDisposition.attachment()
                .filename("passerelle-" + dataset.path() + "-" + run.id() + nature + ".csv")
                .build();
    }

    private static IndexedRecord provenance(PublishedRun run) {
        GenericData.Record said = new GenericData.Record(PROVENANCE);
        said.put("run_id", run.id());
        said.put("as_of", run.asOf());
        said.put("bareme_id", run.baremeId());
        said.put("bareme_hash", run.bareme().sha256());
        said.put("bareme_illustration", run.illustration());
        said.put("result_hash", run.hash());
        said.put("published_at", run.endedAt().toString());
        said.put("nature", run.demonstration() ? "RECONSTITUTION" : "DONNEES_REELLES");
        return said;
    }

    enum AnswerFormat {
        JSON(MediaType.APPLICATION_JSON),
        /** A table: UTF-8, semicolons, a line of names. */
        CSV(new MediaType("text", "csv", StandardCharsets.UTF_8));

        private final MediaType type;

        AnswerFormat(MediaType type) {
            this.type = type;
        }

        /** The one that is preferred among those that a caller accepts; refused where it accepts neither, or that cannot be read. */
        static AnswerFormat wanted(HttpHeaders headers) {
            List<String> accept = headers.getOrEmpty(HttpHeaders.ACCEPT);
            return accept.isEmpty()
                    ? JSON
                    : first(accept).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_ACCEPTABLE));
        }

        private static Optional<AnswerFormat> first(List<String> accept) {
            try {
                List<MediaType> ranges = MediaType.parseMediaTypes(accept);
                MimeTypeUtils.sortBySpecificity(ranges);
                return ranges.stream()
                        .filter(range -> range.getQualityValue() > 0)
                        .flatMap(range -> Arrays.stream(values()).filter(format -> range.includes(format.type)))
                        .findFirst();
            } catch (InvalidMediaTypeException | InvalidMimeTypeException e) {
                throw ApiV1.malformed("L’en-tête Accept est mal formé : écrivez application/json ou text/csv.");
            }
        }
    }

    /**
     * Items as a flat table: the fields of a record within have its name before their own, the values of a list stand in one cell, a bar
     * between them, and a list of records has no column. Where all of it comes from is in the last columns.
     */
    static String table(Schema schema, List<? extends IndexedRecord> items, PublishedRun run) {
        Map<String, @Nullable Object> provenance = RecordJson.fields(provenance(run));
        StringWriter table = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().fieldSeparator(';').build(table)) {
            writer.writeRecord(line(schema, Map.of(), provenance).keySet());
            items.forEach(item -> writer.writeRecord(
                    line(schema, RecordJson.decimals(item), provenance).values()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table.toString();
    }

    private static Map<String, String> line(Schema schema, Map<?, ?> item, Map<?, ?> provenance) {
        Map<String, String> cells = new LinkedHashMap<>();
        addFields(cells, "", schema, item);
        addFields(cells, "publication_", PROVENANCE, provenance);
        return cells;
    }

    private static void addFields(Map<String, String> cells, String before, Schema record, Map<?, ?> fields) {
        for (Schema.Field field : record.getFields()) {
            String name = RecordJson.decimalName(field.name());
            add(cells, before + name, ApiCollection.bare(field.schema()), fields.get(name));
        }
    }

    private static void add(Map<String, String> cells, String name, Schema schema, @Nullable Object value) {
        if (schema.getType() == Schema.Type.RECORD) {
            addFields(cells, name + "_", schema, value instanceof Map<?, ?> within ? within : Map.of());
        } else if (schema.getType() != Schema.Type.ARRAY
                || schema.getElementType().getType() != Schema.Type.RECORD) {
            cells.put(name, cell(value));
        }
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal decimal -> decimal.toPlainString();
            case Number number -> number.toString();
            case Boolean yes -> yes ? "oui" : "non";
            case Collection<?> list ->
                Formulas.guarded(list.stream().map(String::valueOf).collect(Collectors.joining("|")));
            default -> Formulas.guarded(value.toString());
        };
    }
}
