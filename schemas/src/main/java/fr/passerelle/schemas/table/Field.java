package fr.passerelle.schemas.table;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A column of a Table Schema.
 *
 * @param name as in the header
 * @param title French title, for people
 * @param description French description: meaning, unit, what empty means
 * @param type what its cells are
 * @param constraints what its cells must respect
 * @param booleans the texts of true and false; those of the standard unless the schema says otherwise
 * @param mayBeAbsent whether a file may lack the column, which then is empty: for those that came after files were in use
 * @param list how a list is cut and what it may hold; null for other types
 */
public record Field(
        String name,
        String title,
        String description,
        Type type,
        Constraints constraints,
        BooleanWords booleans,
        boolean mayBeAbsent,
        @Nullable ListFormat list) {

    /** What a cell is. */
    public enum Type {
        /** Text. */
        STRING,
        /** A whole number. */
        INTEGER,
        /** A number with a decimal point. */
        NUMBER,
        /** One of the {@link BooleanWords}. */
        BOOLEAN,
        /** A day, {@code YYYY-MM-DD}. */
        DATE,
        /** A month, {@code YYYY-MM}. */
        YEARMONTH,
        /** A year, four digits. */
        YEAR,
        /** Several texts in one cell, see {@link ListFormat}. */
        LIST
    }

    /** The texts that mean true and false. */
    public record BooleanWords(List<String> trueValues, List<String> falseValues) {}

    /**
     * @param delimiter between two items
     * @param itemEnum the only items there may be; empty where any text will do
     */
    public record ListFormat(String delimiter, List<String> itemEnum) {}

    /**
     * What the cells of a column must respect. Null: no such constraint. All but {@code required} concern cells that are not missing.
     *
     * @param required whether a cell may not be missing
     * @param values the only values there may be; empty where any will do
     * @param minimum least number, included
     * @param maximum greatest number, included
     * @param pattern regular expression that the whole text matches
     * @param minLength fewest characters of a text
     * @param maxLength most characters of a text
     * @param decimalPlaces most digits after the point of a number; not of the standard, which allows further properties
     */
    public record Constraints(
            boolean required,
            List<String> values,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum,
            @Nullable Pattern pattern,
            @Nullable Integer minLength,
            @Nullable Integer maxLength,
            @Nullable Integer decimalPlaces) {}

    /** One entry of {@code fields}. Defaults are those of the standard. */
    record FieldReader(JsonNode node, String name) {

        private static final List<String> TRUE = List.of("true", "True", "TRUE", "1");
        private static final List<String> FALSE = List.of("false", "False", "FALSE", "0");

        static Field read(JsonNode node) {
            return new FieldReader(node, node.path("name").asString("")).field();
        }

        private Field field() {
            if (name.isBlank()) {
                throw TableSchema.refused("une colonne n'a pas de nom", null);
            }
            Type type = type();
            return new Field(
                    name,
                    node.path("title").asString(name),
                    node.path("description").asString(""),
                    type,
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
                    TableSchema.texts(constraints.path("enum"), List.of()),
                    number(constraints, "minimum"),
                    number(constraints, "maximum"),
                    pattern(constraints.path("pattern")),
                    count(constraints, "minLength"),
                    count(constraints, "maxLength"),
                    count(node, "decimalPlaces"));
        }

        private List<String> texts(String key, List<String> otherwise) {
            return TableSchema.texts(node.path(key), otherwise);
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
                throw TableSchema.refused("colonne « " + name + " » : « " + key + " » doit être un entier", e);
            }
        }

        private @Nullable Pattern pattern(JsonNode text) {
            try {
                return text.isMissingNode() ? null : Pattern.compile(text.asString());
            } catch (PatternSyntaxException e) {
                throw TableSchema.refused("colonne « " + name + " » : le motif n'est pas une expression régulière", e);
            }
        }

        private IllegalArgumentException refusal(String reason) {
            return TableSchema.refused("colonne « " + name + " » : " + reason, null);
        }
    }
}
