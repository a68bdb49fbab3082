package fr.passerelle.proof;

import fr.passerelle.local.program.Deployment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What held in the read model after a run: scores, conversions and plans, as the projection keeps them. */
final class Snapshot {

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JsonNode current;

    private Snapshot(JsonNode current) {
        this.current = current;
    }

    static Snapshot of(Deployment system) {
        return new Snapshot(exact(system.text("select jsonb_object_agg(type || ' ' || id, doc)"
                + " from passerelle.current_result where not withdrawn")));
    }

    /** JSON whose numbers keep their digits. */
    static JsonNode exact(String json) {
        return EXACT.readTree(json);
    }

    JsonNode score(String room) {
        return one("SCORE", room);
    }

    JsonNode conversion(String room) {
        return one("CONVERSION", room);
    }

    JsonNode plan(String epci) {
        return one("PLAN", epci);
    }

    /** Identifiers of what holds, of one type, in order. */
    Set<String> ids(String type) {
        return current.propertyNames().stream()
                .filter(key -> key.startsWith(type + " "))
                .map(key -> key.substring(type.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private JsonNode one(String type, String id) {
        return Optional.ofNullable(current.get(type + " " + id))
                .orElseThrow(() -> new IllegalArgumentException("There is no " + type + " " + id));
    }

    /** A field, or one of a record in it, as plain text: empty where it is null or missing; a list's items with commas. */
    static String text(JsonNode record, String path) {
        var node = record.at("/" + path.replace('.', '/'));
        return node.isArray() ? String.join(", ", texts(node)) : plain(node);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(Snapshot::plain).toList();
    }

    private static String plain(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? "" : node.asString();
    }
}
