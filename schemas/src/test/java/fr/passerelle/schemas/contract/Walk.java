package fr.passerelle.schemas.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** Every record and enum that the topics carry, at any depth, once each. */
final class Walk {

    private Walk() {}

    /** The records that travel on their own. */
    static List<Schema> records() {
        return new Topics(Topics.LIVE)
                .typed().stream().flatMap(topic -> topic.records().stream()).toList();
    }

    /** These, and all that they hold. */
    static List<Schema> named() {
        return named(records());
    }

    /** Every field of every record. */
    static Stream<Member> members() {
        return members(records());
    }

    /** Every field of some records and of the records that they hold. */
    static Stream<Member> members(List<Schema> records) {
        return named(records).stream()
                .filter(schema -> schema.getType() == Schema.Type.RECORD)
                .flatMap(record -> record.getFields().stream().map(field -> new Member(record, field)));
    }

    private static List<Schema> named(List<Schema> records) {
        Map<String, Schema> named = new LinkedHashMap<>();
        records.forEach(record -> visit(record, named));
        return List.copyOf(named.values());
    }

    private static void visit(Schema schema, Map<String, Schema> named) {
        switch (schema.getType()) {
            case UNION -> schema.getTypes().forEach(type -> visit(type, named));
            case ARRAY -> visit(schema.getElementType(), named);
            case MAP -> throw new AssertionError("A map has no order: its bytes would not be comparable");
            case RECORD -> {
                if (named.putIfAbsent(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> visit(field.schema(), named));
                }
            }
            case ENUM, FIXED -> named.put(schema.getFullName(), schema);
            default -> {}
        }
    }

    /** A field and its record. */
    record Member(Schema record, Schema.Field field) {

        List<String> words() {
            return List.of(field.name().split("_"));
        }

        /** What the field's values stand for: their logical types, decimals with their places; empty where they have none. */
        String meaning() {
            Schema schema = field.schema();
            Stream<Schema> branches = schema.isUnion() ? schema.getTypes().stream() : Stream.of(schema);
            return branches.filter(branch -> branch.getLogicalType() != null)
                    .map(Schema::toString)
                    .collect(Collectors.joining());
        }

        @Override
        public String toString() {
            return record.getName() + "." + field.name();
        }
    }
}
