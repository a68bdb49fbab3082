package fr.passerelle.sources;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.fixture.Csv;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.mapping.Mapping;
import fr.passerelle.sources.reject.RejectedRow;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file read from end to end: what its rows gave, in their order. */
record Register(TableSchema schema, List<Row.RowOutcome> outcomes) {
    /** Mappings of public registers, and an extract of one. */
    static final Path FILES =
            Path.of(System.getProperty("passerelle.root")).resolve("sources/src/test/resources/registers");

    /** A mapping of the tests, for rooms, months and presences under their own headers. */
    static final String MAPPING = """
        mapping: registre
        table: frequentation
        fichiers: ["*"]
        colonnes:
          id_salle: Salle
          activite: {constante: ACCES_LIBRE}
          etat: {constante: OUVERT}
          presences: Nb
        periode: Mois
        """;

    /** Through a mapping of the tests. */
    static Register read(Path file, String mapping) {
        Mapping how = Mapping.read(FILES.resolve(mapping + ".yaml"));
        return of(file, how.table().equals("salles") ? TableSchema.SALLES : TableSchema.FREQUENTATION, how);
    }

    /** Through the text of a mapping. */
    static Register read(String mapping, TableSchema schema, String text) {
        return of(Csv.text(text), schema, Mapping.parse(mapping, "mapping.yaml"));
    }

    static Register of(Path file, TableSchema schema, Mapping mapping) {
        return of(InputFile.examine(file, file.getFileName().toString(), schema, mapping), schema);
    }

    /** As many outcomes as the examination counted. */
    static Register of(InputFile file, TableSchema schema) {
        try (TableSource source = TableSource.open(file, schema)) {
            List<Row.RowOutcome> outcomes = outcomes(source);
            assertThat(outcomes).hasSize((int) file.rows());
            return new Register(schema, outcomes);
        }
    }

    /** All that a source still gives. */
    static List<Row.RowOutcome> outcomes(TableSource source) {
        List<Row.RowOutcome> outcomes = new ArrayList<>();
        for (Row.RowOutcome outcome = source.next(); outcome != null; outcome = source.next()) {
            outcomes.add(outcome);
        }
        return outcomes;
    }

    private <T extends Row.RowOutcome> Stream<T> each(Class<T> type) {
        return outcomes.stream().filter(type::isInstance).map(type::cast);
    }

    List<Row> accepted() {
        return each(Row.RowOutcome.Accepted.class)
                .map(Row.RowOutcome.Accepted::row)
                .toList();
    }

    List<Cells> rows() {
        return accepted().stream().map(row -> new Cells(schema.header(), row)).toList();
    }

    List<RejectedRow> rejects() {
        return each(Row.RowOutcome.Refused.class)
                .map(Row.RowOutcome.Refused::rejected)
                .toList();
    }

    long controls() {
        return each(Row.RowOutcome.Control.class).count();
    }

    /** What accepted rows have in a column; empty for nothing. */
    List<String> texts(String column) {
        return rows().stream().map(cells -> cells.required(column)).toList();
    }

    /** Room, first day and presences of accepted rows. */
    List<String> counts() {
        return rows().stream()
                .map(cells ->
                        cells.text("id_salle") + " " + cells.text("periode_debut") + " " + cells.integer("presences"))
                .toList();
    }

    /** How many rows are refused, by column and reason. */
    Map<String, Long> refusals() {
        return rejects().stream()
                .collect(Collectors.groupingBy(
                        rejected -> rejected.column() + " " + rejected.reason(), TreeMap::new, Collectors.counting()));
    }

    /** How many cells of accepted rows are corrected, by column and code. */
    Map<String, Long> corrections() {
        return accepted().stream()
                .flatMap(row -> row.corrections().stream())
                .collect(Collectors.groupingBy(
                        corrected -> corrected.column() + " " + corrected.code(), TreeMap::new, Collectors.counting()));
    }

    /** How many rows have a text in a column. */
    long filled(String column) {
        return rows().stream().filter(cells -> cells.text(column) != null).count();
    }

    /** How many rows have an item in a list. */
    long having(String column, String item) {
        return rows().stream()
                .filter(cells -> cells.items(column).contains(item))
                .count();
    }

    /** Sum of the numbers of a column. */
    BigDecimal sum(String column) {
        return rows().stream()
                .flatMap(cells -> Stream.ofNullable(cells.text(column)))
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Sum of the presences, by what the column holds up to a length. */
    Map<String, Long> presences(String column, int length) {
        return rows().stream()
                .filter(cells -> cells.text("presences") != null)
                .collect(Collectors.groupingBy(
                        cells -> prefix(cells.required(column), length),
                        TreeMap::new,
                        Collectors.summingLong(Register::presences)));
    }

    long total() {
        return rows().stream()
                .filter(cells -> cells.text("presences") != null)
                .mapToLong(Register::presences)
                .sum();
    }

    long zeros() {
        return rows().stream()
                .filter(cells -> "0".equals(cells.text("presences")))
                .count();
    }

    private static long presences(Cells cells) {
        return Long.parseLong(cells.required("presences"));
    }

    private static String prefix(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }
}
