package fr.passerelle.schemas.table;

import fr.passerelle.schemas.table.Field.BooleanWords;
import fr.passerelle.schemas.table.Field.ListFormat;
import fr.passerelle.schemas.table.Field.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One entry of {@code fields}. Defaults are those of the standard. */
final class FieldReader {

    private static final List<String> TRUE = List.of("true", "True", "TRUE", "1");
    private static final List<String> FALSE = List.of("false", "False", "FALSE", "0");

    private final JsonNode node;
    private final String name;

    private FieldReader(JsonNode node) {
        this.node = node;
        this.name = node.path("name").asString("");
    }

    static Field read(JsonNode node) {
        return new FieldReader(node).field();
    }

    private Field field() {
        if (name.isBlank()) {
            throw new InvalidTableSchema("une colonne n'a pas de nom");
        }
        Type type = type();
        return new Field(
                name,
                node.path("title").asString(name),
                node.path("description").asString(""),
                type,
                node.path("format").asString("default"),
                constraints(node.path("constraints")),
                new BooleanWords(texts("trueValues", TRUE), texts("falseValues", FALSE)),
                node.path("mayBeAbsent").asBoolean(false),
                type == Type.LIST ? list() : null);
    }

    private Type type() {
        String text = node.path("type").asString("string");
        return Arrays.stream(Type.values())
                .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> refusal("le type « " + text + " » n'est pas de ceux que l'on sait lire"));
    }

    private ListFormat list() {
        return new ListFormat(node.path("delimiter").asString(","), texts("itemEnum", List.of()));
    }

    private Constraints constraints(JsonNode constraints) {
        return new Constraints(
                constraints.path("required").asBoolean(false),
                constraints.path("unique").asBoolean(false),
                TableSchemaReader.texts(constraints.path("enum"), List.of()),
                number(constraints, "minimum"),
                number(constraints, "maximum"),
                pattern(constraints.path("pattern")),
                count(constraints, "minLength"),
                count(constraints, "maxLength"),
                count(node, "decimalPlaces"));
    }

    private List<String> texts(String key, List<String> otherwise) {
        return TableSchemaReader.texts(node.path(key), otherwise);
    }

    private @Nullable BigDecimal number(JsonNode from, String key) {
        JsonNode value = from.path(key);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isNumber()) {
            throw refusal("« " + key + " » doit être un nombre");
        }
        return value.decimalValue();
    }

    private @Nullable Integer count(JsonNode from, String key) {
        BigDecimal number = number(from, key);
        if (number == null) {
            return null;
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            throw new InvalidTableSchema("colonne « " + name + " » : « " + key + " » doit être un entier", e);
        }
    }

    private @Nullable Pattern pattern(JsonNode text) {
        try {
            return text.isMissingNode() ? null : Pattern.compile(text.asString());
        } catch (PatternSyntaxException e) {
            throw new InvalidTableSchema("colonne « " + name + " » : le motif n'est pas une expression régulière", e);
        }
    }

    private InvalidTableSchema refusal(String reason) {
        return new InvalidTableSchema("colonne « " + name + " » : " + reason);
    }
}
