package fr.passerelle.schemas.contract;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** A record as JSON, for queries and for machines: fields by their Avro names, decimals as plain numbers with all their places, dates as ISO text. */
public final class RecordJson {

    private static final String HUNDREDTHS = "_hundredths";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addModule(new SimpleModule().addSerializer(IndexedRecord.class, new FieldsSerializer()))
            .build();

    private RecordJson() {}

    /** One object. */
    public static String of(IndexedRecord record) {
        return write(record);
    }

    /** An array. */
    public static String of(List<? extends IndexedRecord> records) {
        return write(records);
    }

    /** Its fields in their order, for a larger object: write it with {@link #write}, which keeps decimals plain. */
    public static Map<String, @Nullable Object> fields(IndexedRecord record) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Schema.Field field : record.getSchema().getFields()) {
            fields.put(field.name(), value(record.get(field.pos()), RecordJson::fields));
        }
        return fields;
    }

    /** The same, what the log counts in hundredths being a decimal under its {@link #decimalName}. */
    public static Map<String, @Nullable Object> decimals(IndexedRecord record) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = value(record.get(field.pos()), RecordJson::decimals);
            fields.put(
                    decimalName(field.name()),
                    value instanceof Number counted && field.name().endsWith(HUNDREDTHS)
                            ? BigDecimal.valueOf(counted.longValue(), 2)
                            : value);
        }
        return fields;
    }

    /** How a field is called where it is no number of hundredths. */
    public static String decimalName(String field) {
        return field.endsWith(HUNDREDTHS) ? field.substring(0, field.length() - HUNDREDTHS.length()) : field;
    }

    /** Any object, with the records and the fields of records that it holds. */
    public static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    private static @Nullable Object value(
            @Nullable Object value, Function<IndexedRecord, Map<String, @Nullable Object>> fields) {
        return switch (value) {
            case null -> null;
            case IndexedRecord record -> fields.apply(record);
            case List<?> list -> list.stream().map(each -> value(each, fields)).toList();
            case BigDecimal decimal -> decimal;
            case Number number -> number;
            case Boolean flag -> flag;
            default -> value.toString();
        };
    }

    private static final class FieldsSerializer extends ValueSerializer<IndexedRecord> {

        @Override
        public void serialize(IndexedRecord record, JsonGenerator json, SerializationContext context) {
            json.writePOJO(fields(record));
        }
    }
}
