package fr.passerelle.batch.check;

import java.util.Comparator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON compared as the database keeps it: the order of fields and the writing of numbers do not count. */
public final class JsonComparison {

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Comparator<JsonNode> VALUES = (one, other) -> one.isNumber() && other.isNumber()
            ? one.decimalValue().compareTo(other.decimalValue())
            : one.equals(other) ? 0 : 1;

    private JsonComparison() {}

    public static boolean same(String one, String other) {
        return EXACT.readTree(one).equals(VALUES, EXACT.readTree(other));
    }
}
