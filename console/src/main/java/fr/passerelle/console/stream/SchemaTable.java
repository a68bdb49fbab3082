package fr.passerelle.console.stream;

import fr.passerelle.console.ConsoleSettings;
import fr.passerelle.schemas.contract.Topic;
import fr.passerelle.schemas.contract.Topics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.SchemaNormalization;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The schemas of the records on the topics, as they are today, with the identifier under which the registry knows them. */
@Component
class SchemaTable {

    private final JdbcClient jdbc;
    private final Topics topics;

    SchemaTable(JdbcClient jdbc, ConsoleSettings settings) {
        this.jdbc = jdbc;
        this.topics = new Topics(settings.namespace());
    }

    /** Topic by topic, in the order of the catalogue. */
    List<Described> all() {
        Map<Long, Integer> ids = ids();
        return topics.typed().stream()
                .flatMap(topic -> topic.records().stream().map(schema -> described(topic, schema, ids)))
                .toList();
    }

    private static Described described(Topic topic, Schema schema, Map<Long, Integer> ids) {
        long fingerprint = SchemaNormalization.parsingFingerprint64(schema);
        return new Described(
                schema.getName(),
                topic.name(),
                topic.subjectOf(schema),
                ids.get(fingerprint),
                schema.getDoc(),
                schema.getFields().stream()
                        .map(field -> new Described.Field(field.name(), type(field.schema()), field.doc()))
                        .toList(),
                SchemaFormatter.getInstance("json/pretty").format(schema));
    }

    private Map<Long, Integer> ids() {
        Map<Long, Integer> ids = new TreeMap<>();
        RowCallbackHandler add = row -> ids.put(row.getLong(1), row.getInt(2));
        jdbc.sql("select fingerprint, id from passerelle.registered_schema").query(add);
        return ids;
    }

    private static String type(Schema schema) {
        return switch (schema.getType()) {
            case UNION ->
                schema.getTypes().stream()
                        .map(SchemaTable::type)
                        .reduce((a, b) -> a + " | " + b)
                        .orElse("");
            case ARRAY -> type(schema.getElementType()) + "[]";
            case RECORD, ENUM, FIXED -> schema.getName();
            default ->
                schema.getLogicalType() == null
                        ? schema.getType().getName()
                        : schema.getLogicalType().getName();
        };
    }

    /**
     * A schema as its page shows it.
     *
     * @param name short, the one of its page
     * @param subject of the registry
     * @param id in the registry; null where today's schema is not registered yet
     * @param doc in English, as the contract has it
     * @param text whole, JSON
     */
    record Described(
            String name,
            String topic,
            String subject,
            @Nullable Integer id,
            @Nullable String doc,
            List<Field> fields,
            String text) {

        /** A field of it. */
        record Field(String name, String type, @Nullable String doc) {}
    }
}
