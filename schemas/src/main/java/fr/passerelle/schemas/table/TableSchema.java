package fr.passerelle.schemas.table;

import fr.passerelle.schemas.text.TextResource;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The columns of a file, in order.
 *
 * @param name name of the table, such as {@code salles}
 * @param primaryKey names of the columns that identify a row; empty where none do
 */
public record TableSchema(String name, String title, String description, List<Field> fields, List<String> primaryKey) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** The rooms: a snapshot of the network's inventory. */
    public static final TableSchema SALLES = shipped("salles");

    /** The attendance records. */
    public static final TableSchema FREQUENTATION = shipped("frequentation");

    /** What each intercommunalité told the region. */
    public static final TableSchema INTERCOMMUNALITES = shipped("intercommunalites");

    /** Other places that could be the seat of a tiers lieu: a snapshot. */
    public static final TableSchema SITES = shipped("sites");

    /** Access to services, commune by commune: a snapshot. */
    public static final TableSchema TERRITOIRES = shipped("territoires");

    /** What was asked for in the diagnostics, in numbers: a snapshot. */
    public static final TableSchema BESOINS = shipped("besoins");

    /** What is voted for the years of a scenario, and what is asked of its sharing. No night imports it. */
    public static final TableSchema CREDITS = shipped("credits");

    /** Who can hold nomadic sessions. No night imports it. */
    public static final TableSchema ANIMATEURS = shipped("animateurs");

    /** When places can have sessions. No night imports it. */
    public static final TableSchema LIEUX = shipped("lieux");

    /** Journeys whose minutes are known. No night imports it. */
    public static final TableSchema TRAJETS = shipped("trajets");

    /** School holidays and closed days beyond those that the program knows. No night imports it. */
    public static final TableSchema VACANCES = shipped("vacances");

    /** What became of nomadic sessions. No night imports it. */
    public static final TableSchema SEANCES = shipped("seances");

    /** Every table of input, in the order in which people name them. */
    public static List<TableSchema> all() {
        return List.of(SALLES, FREQUENTATION, INTERCOMMUNALITES, SITES, TERRITOIRES, BESOINS);
    }

    /** Reads a Table Schema, a shipped one: throws when a column has no name or no known type. Tests hold that names differ and keys exist. */
    public static TableSchema read(String json) {
        JsonNode root = JSON.readTree(json);
        return new TableSchema(
                root.path("name").asString(""),
                root.path("title").asString(""),
                root.path("description").asString(""),
                root.required("fields").valueStream().map(Field::read).toList(),
                texts(root.path("primaryKey"), List.of()));
    }

    /** Names of the columns, in the order of the file. */
    public List<String> header() {
        return fields.stream().map(Field::name).toList();
    }

    /** Names of the columns that no file may lack, in the order of the file. */
    public List<String> leastHeader() {
        return fields.stream()
                .filter(field -> !field.mayBeAbsent())
                .map(Field::name)
                .toList();
    }

    /** A column by its name. */
    public Optional<Field> field(String column) {
        return fields.stream().filter(field -> field.name().equals(column)).findFirst();
    }

    private static TableSchema shipped(String name) {
        return read(TextResource.of("/tables/" + name + ".json", "La description de table " + name));
    }

    /** The texts of an array, of a lone text, or else the default. */
    static List<String> texts(JsonNode node, List<String> otherwise) {
        if (node.isMissingNode() || node.isNull()) {
            return otherwise;
        }
        return node.isArray() ? node.valueStream().map(JsonNode::asString).toList() : List.of(node.asString());
    }
}
