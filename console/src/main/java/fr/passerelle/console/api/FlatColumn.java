package fr.passerelle.console.api;

import fr.passerelle.schemas.contract.RecordJson;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table of records: a field, or the field of a record within, whose names are joined by an underscore. The values of a list
 * stand in one cell, a bar between them; a list of records has no column.
 *
 * @param path names of the fields that lead to it, from the record on
 */
public record FlatColumn(List<String> path) {

    private static final String BAR = "|";

    /** Those of the records of a schema, in its order. */
    public static List<FlatColumn> of(Schema schema) {
        return below(List.of(), schema).toList();
    }

    /** As the first line of the table has it. */
    public String name() {
        return String.join("_", path);
    }

    /**
     * Its cell.
     *
     * @param fields of a record, by {@link RecordJson#decimals}
     * @return a Boolean, a Number or a String; null where it is empty
     */
    public @Nullable Object cell(Map<?, ?> fields) {
        Object value = fields;
        for (String name : path) {
            value = value instanceof Map<?, ?> within ? within.get(name) : null;
        }
        return value instanceof Collection<?> list ? joined(list) : value;
    }

    private static String joined(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(BAR));
    }

    private static Stream<FlatColumn> below(List<String> path, Schema schema) {
        return schema.getFields().stream().flatMap(field -> column(more(path, field), bare(field.schema())));
    }

    private static Stream<FlatColumn> column(List<String> path, Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> below(path, schema);
            case ARRAY ->
                schema.getElementType().getType() == Schema.Type.RECORD
                        ? Stream.empty()
                        : Stream.of(new FlatColumn(path));
            default -> Stream.of(new FlatColumn(path));
        };
    }

    private static List<String> more(List<String> path, Schema.Field field) {
        return Stream.concat(path.stream(), Stream.of(RecordJson.decimalName(field.name())))
                .toList();
    }

    private static Schema bare(Schema schema) {
        return schema.getType() == Schema.Type.UNION ? schema.getTypes().getLast() : schema;
    }
}
