package fr.passerelle.schemas.contract;

import fr.passerelle.schemas.contract.Records.TrustedRecords;
import fr.passerelle.schemas.contract.Records.UndecodableRecord;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
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

    /** Its fields in their order, for a larger object: write it with {@link #of}, which keeps decimals plain. */
    public static Map<String, @Nullable Object> fields(IndexedRecord record) {
        return fields(record, false);
    }

    /** The same, what the log counts in hundredths being a decimal under its {@link #decimalName}. */
    public static Map<String, @Nullable Object> decimals(IndexedRecord record) {
        return fields(record, true);
    }

    private static Map<String, @Nullable Object> fields(IndexedRecord record, boolean decimals) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = value(record.get(field.pos()), decimals);
            boolean counted = decimals && field.name().endsWith(HUNDREDTHS);
            fields.put(
                    decimals ? decimalName(field.name()) : field.name(),
                    counted && value instanceof Number number ? BigDecimal.valueOf(number.longValue(), 2) : value);
        }
        return fields;
    }

    /** How a field is called where it is no number of hundredths. */
    public static String decimalName(String field) {
        return field.endsWith(HUNDREDTHS) ? field.substring(0, field.length() - HUNDREDTHS.length()) : field;
    }

    /** A record, several, or any object with the records and the fields of records that it holds. */
    public static String of(Object value) {
        return JSON.writeValueAsString(value);
    }

    private static @Nullable Object value(@Nullable Object value, boolean decimals) {
        return switch (value) {
            case null -> null;
            case IndexedRecord record -> fields(record, decimals);
            case List<?> list ->
                list.stream().map(each -> value(each, decimals)).toList();
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

    /** A record from the JSON that {@link RecordJson} writes: for the answer of another program of the same version. */
    public static final class RecordParser {

        private static final JsonMapper JSON = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();

        static {
            TrustedRecords.trust();
        }

        private RecordParser() {}

        /** The record of this class; {@link UndecodableRecord} when the text is no JSON of it. */
        public static <T extends SpecificRecord> T parse(String json, Class<T> type) {
            try {
                return type.cast(record(JSON.readTree(json), SpecificData.get().getSchema(type)));
            } catch (JacksonException
                    | ClassCastException
                    | IllegalArgumentException
                    | DateTimeException
                    | ArithmeticException wrong) {
                throw new UndecodableRecord(
                        "Ce n'est pas un enregistrement " + type.getSimpleName() + " en JSON", wrong);
            }
        }

        private static Object record(JsonNode node, Schema schema) {
            SpecificRecord record = (SpecificRecord) SpecificData.get().newRecord(null, schema);
            for (Schema.Field field : schema.getFields()) {
                JsonNode value = node.get(field.name());
                if (value == null) {
                    throw new IllegalArgumentException(field.name());
                }
                record.put(field.pos(), value(value, field.schema()));
            }
            return record;
        }

        private static @Nullable Object value(JsonNode node, Schema schema) {
            return switch (schema.getType()) {
                case UNION ->
                    node.isNull() ? null : value(node, schema.getTypes().getLast());
                case RECORD -> record(node, schema);
                case ARRAY -> {
                    List<@Nullable Object> values = new ArrayList<>();
                    node.forEach(each -> values.add(value(each, schema.getElementType())));
                    yield values;
                }
                case ENUM -> SpecificData.get().createEnum(node.asString(), schema);
                case STRING -> node.asString();
                case BOOLEAN -> node.asBoolean();
                case LONG -> node.asLong();
                default -> number(node, schema);
            };
        }

        private static Object number(JsonNode node, Schema schema) {
            if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
                return node.decimalValue().setScale(decimal.getScale());
            }
            return schema.getLogicalType() instanceof LogicalTypes.Date
                    ? LocalDate.parse(node.asString())
                    : node.asInt();
        }
    }
}
