package fr.passerelle.schemas.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the JSON of a Table Schema to the table. */
final class TableSchemaReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final List<String> MISSING = List.of("");

    private TableSchemaReader() {}

    static TableSchema read(String json) {
        JsonNode root = parsed(json);
        TableSchema table = new TableSchema(
                root.path("name").asString(""),
                root.path("title").asString(""),
                root.path("description").asString(""),
                fields(root),
                texts(root.path("missingValues"), MISSING),
                texts(root.path("primaryKey"), List.of()));
        requireKnown(table);
        return table;
    }

    /** The texts of an array, of a lone text, or else the default. */
    static List<String> texts(JsonNode node, List<String> otherwise) {
        if (node.isMissingNode() || node.isNull()) {
            return otherwise;
        }
        return node.isArray() ? node.valueStream().map(JsonNode::asString).toList() : List.of(node.asString());
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw new InvalidTableSchema("ce n'est pas du JSON lisible", e);
        }
    }

    private static List<Field> fields(JsonNode root) {
        List<Field> fields =
                root.path("fields").valueStream().map(FieldReader::read).toList();
        if (fields.isEmpty()) {
            throw new InvalidTableSchema("aucune colonne (« fields »)");
        }
        return fields;
    }

    private static void requireKnown(TableSchema table) {
        Set<String> names = new HashSet<>();
        for (String name : table.header()) {
            if (!names.add(name)) {
                throw new InvalidTableSchema("la colonne « " + name + " » est en double");
            }
        }
        if (!names.containsAll(table.primaryKey())) {
            throw new InvalidTableSchema("la clé " + table.primaryKey() + " nomme une colonne absente");
        }
    }
}
