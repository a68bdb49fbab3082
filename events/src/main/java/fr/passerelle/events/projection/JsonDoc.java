package fr.passerelle.events.projection;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** A record as JSON for queries: fields by their Avro names, decimals as plain numbers with all their places, dates as ISO text. */
final class JsonDoc {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private JsonDoc() {}

    static String of(IndexedRecord record) {
        return JSON.writeValueAsString(fields(record));
    }

    static String of(List<? extends IndexedRecord> records) {
        return JSON.writeValueAsString(records.stream().map(JsonDoc::fields).toList());
    }

    private static Map<String, @Nullable Object> fields(IndexedRecord record) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Schema.Field field : record.getSchema().getFields()) {
            fields.put(field.name(), value(record.get(field.pos())));
        }
        return fields;
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case IndexedRecord record -> fields(record);
            case List<?> list -> list.stream().map(JsonDoc::value).toList();
            case BigDecimal decimal -> decimal;
            case Number number -> number;
            case Boolean flag -> flag;
            default -> value.toString();
        };
    }
}
