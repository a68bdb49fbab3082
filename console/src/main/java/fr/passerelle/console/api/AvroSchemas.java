package fr.passerelle.console.api;

import fr.passerelle.schemas.contract.RecordJson;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.LogicalTypes;
import org.jspecify.annotations.Nullable;

/** The schemas of the contract as JSON Schema writes them: every field is there, and none other. */
final class AvroSchemas {

    static final String ROOT = "#/components/schemas/";

    private static final Map<org.apache.avro.Schema.Type, String> TYPES = Map.of(
            org.apache.avro.Schema.Type.INT, "integer",
            org.apache.avro.Schema.Type.LONG, "integer",
            org.apache.avro.Schema.Type.FLOAT, "number",
            org.apache.avro.Schema.Type.DOUBLE, "number",
            org.apache.avro.Schema.Type.BYTES, "number",
            org.apache.avro.Schema.Type.BOOLEAN, "boolean",
            org.apache.avro.Schema.Type.STRING, "string");

    private final DescriptionWords words;
    private final Map<String, Schema<?>> components = new LinkedHashMap<>();

    AvroSchemas(DescriptionWords words) {
        this.words = words;
    }

    /** Those seen so far, by name. */
    Map<String, Schema<?>> components() {
        return components;
    }

    /** A pointer to a record, which is added with all that it holds. */
    Schema<?> record(org.apache.avro.Schema record) {
        if (!components.containsKey(record.getName())) {
            Schema<?> object = new JsonSchema().typesItem("object");
            components.put(record.getName(), object);
            object.description(words.record(record));
            object.setAdditionalProperties(false);
            for (org.apache.avro.Schema.Field field : record.getFields()) {
                Schema<?> property = of(field.schema());
                property.description(words.field(record, field));
                String name = RecordJson.decimalName(field.name());
                object.addProperty(name, name.equals(field.name()) ? property : decimal(property));
                object.addRequiredItem(name);
            }
        }
        return new JsonSchema().$ref(ROOT + record.getName());
    }

    private Schema<?> of(org.apache.avro.Schema schema) {
        return switch (schema.getType()) {
            case UNION -> nullable(of(schema.getTypes().getLast()));
            case RECORD -> record(schema);
            case ARRAY -> new JsonSchema().typesItem("array").items(of(schema.getElementType()));
            case ENUM -> choice(schema);
            default -> simple(schema);
        };
    }

    private static Schema<?> nullable(Schema<?> schema) {
        if (schema.get$ref() != null) {
            return new JsonSchema().anyOf(List.of(schema, new JsonSchema().typesItem("null")));
        }
        schema.setTypes(with(schema.getTypes(), "null"));
        if (schema.getEnum() != null) {
            schema.addEnumItemObject(null);
        }
        return schema;
    }

    /** Of what the log counts in hundredths. */
    private static Schema<?> decimal(Schema<?> counted) {
        Set<String> number = with(null, "number");
        counted.setTypes(counted.getTypes().contains("null") ? with(number, "null") : number);
        return counted;
    }

    private static Set<String> with(@Nullable Set<String> types, String another) {
        Set<String> all = new LinkedHashSet<>(types == null ? Set.of() : types);
        all.add(another);
        return all;
    }

    private static Schema<?> choice(org.apache.avro.Schema schema) {
        Schema<Object> choice = new JsonSchema();
        choice.setTypes(with(null, "string"));
        choice.setEnum(new ArrayList<>(schema.getEnumSymbols()));
        return choice;
    }

    private static Schema<?> simple(org.apache.avro.Schema schema) {
        if (schema.getLogicalType() instanceof LogicalTypes.Date) {
            return new JsonSchema().typesItem("string").format("date");
        }
        return new JsonSchema().typesItem(TYPES.get(schema.getType()));
    }
}
