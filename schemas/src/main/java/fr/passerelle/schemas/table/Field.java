package fr.passerelle.schemas.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A column of a Table Schema.
 *
 * @param title French title, for people
 * @param description French description: meaning, unit, what empty means
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

    private static final List<String> TRUE = List.of("true", "True", "TRUE", "1");
    private static final List<String> FALSE = List.of("false", "False", "FALSE", "0");

    /** What a cell is. */
    public enum Type {
        STRING,
        INTEGER,
        NUMBER,
        /** One of the {@link BooleanWords}. */
        BOOLEAN,
        /** A day, {@code YYYY-MM-DD}. */
        DATE,
        /** A month, {@code YYYY-MM}. */
        YEARMONTH,
        YEAR,
        /** Several texts in one cell, see {@link ListFormat}. */
        LIST
    }

    /** The texts that mean true and false. */
    public record BooleanWords(List<String> trueValues, List<String> falseValues) {}

    /** What is between two items, and the only ones that there may be; none where any text will do. */
    public record ListFormat(String delimiter, List<String> itemEnum) {}

    /**
     * What the cells of a column must respect. Null: no such constraint. All but {@code required} concern cells that are not missing.
     *
     * @param values the only values there may be; empty where any will do
     * @param minimum least number, included
     * @param maximum greatest number, included
     * @param pattern regular expression that the whole text matches
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
    static Field read(JsonNode node) {
        String name = node.required("name").asString();
        Type type = Type.valueOf(node.path("type").asString("string").toUpperCase(Locale.ROOT));
        return new Field(
                name,
                node.path("title").asString(name),
                node.path("description").asString(""),
                type,
                constraints(node.path("constraints"), node.path("decimalPlaces")),
                new BooleanWords(
                        TableSchema.texts(node.path("trueValues"), TRUE),
                        TableSchema.texts(node.path("falseValues"), FALSE)),
                node.path("mayBeAbsent").asBoolean(false),
                type != Type.LIST
                        ? null
                        : new ListFormat(
                                node.path("delimiter").asString(","),
                                TableSchema.texts(node.path("itemEnum"), List.of())));
    }

    private static Constraints constraints(JsonNode node, JsonNode decimalPlaces) {
        return new Constraints(
                node.path("required").asBoolean(false),
                TableSchema.texts(node.path("enum"), List.of()),
                value(node.path("minimum"), JsonNode::decimalValue),
                value(node.path("maximum"), JsonNode::decimalValue),
                value(node.path("pattern"), text -> Pattern.compile(text.asString())),
                value(node.path("minLength"), JsonNode::intValue),
                value(node.path("maxLength"), JsonNode::intValue),
                value(decimalPlaces, JsonNode::intValue));
    }

    private static <T> @Nullable T value(JsonNode node, Function<JsonNode, T> read) {
        return node.isMissingNode() ? null : read.apply(node);
    }
}
