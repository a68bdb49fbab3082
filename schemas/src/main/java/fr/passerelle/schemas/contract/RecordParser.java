package fr.passerelle.schemas.contract;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A record from the JSON that {@link RecordJson} writes: for the answer of another program of the same version. */
public final class RecordParser {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static {
        TrustedRecords.trust();
    }

    private RecordParser() {}

    /**
     * The record of this class.
     *
     * @throws UndecodableRecord when the text is no JSON of it
     */
    public static <T extends SpecificRecord> T parse(String json, Class<T> type) {
        try {
            return type.cast(record(JSON.readTree(json), SpecificData.get().getSchema(type)));
        } catch (JacksonException
                | ClassCastException
                | IllegalArgumentException
                | DateTimeException
                | ArithmeticException wrong) {
            throw new UndecodableRecord("Ce n'est pas un enregistrement " + type.getSimpleName() + " en JSON", wrong);
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
            case UNION -> node.isNull() ? null : value(node, schema.getTypes().getLast());
            case RECORD -> record(node, schema);
            case ARRAY -> list(node, schema.getElementType());
            case ENUM -> SpecificData.get().createEnum(node.asString(), schema);
            case STRING -> node.asString();
            case BOOLEAN -> node.asBoolean();
            case LONG -> node.asLong();
            default -> number(node, schema);
        };
    }

    private static Object number(JsonNode node, Schema schema) {
        if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
            BigDecimal value = node.decimalValue();
            return value.setScale(decimal.getScale());
        }
        return schema.getLogicalType() instanceof LogicalTypes.Date ? LocalDate.parse(node.asString()) : node.asInt();
    }

    private static List<@Nullable Object> list(JsonNode node, Schema element) {
        List<@Nullable Object> values = new ArrayList<>();
        node.forEach(each -> values.add(value(each, element)));
        return values;
    }
}
