package fr.passerelle.sources;

import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.mapping.Mapping;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file read from end to end through a mapping of the tests. */
record Register(TableSchema schema, List<Row.RowOutcome> outcomes) {

    /** Mappings of public registers, and an extract of one. */
    static final Path FILES =
            Path.of(System.getProperty("passerelle.root")).resolve("sources/src/test/resources/registers");

    static Register read(Path file, String mapping) {
        Mapping how = Mapping.read(FILES.resolve(mapping + ".yaml"));
        TableSchema schema = how.table().equals("salles") ? TableSchema.salles() : TableSchema.frequentation();
        List<Row.RowOutcome> outcomes = new ArrayList<>();
        try (TableSource source = TableSource.open(InputFile.examine(file, schema, how), schema)) {
            for (Row.RowOutcome outcome = source.next(); outcome != null; outcome = source.next()) {
                outcomes.add(outcome);
            }
        }
        return new Register(schema, outcomes);
    }

    List<Cells> rows() {
        return outcomes.stream()
                .filter(Row.RowOutcome.Accepted.class::isInstance)
                .map(outcome -> new Cells(schema.header(), ((Row.RowOutcome.Accepted) outcome).row()))
                .toList();
    }

    long controls() {
        return outcomes.stream()
                .filter(Row.RowOutcome.Control.class::isInstance)
                .count();
    }

    /** How many rows are refused, by column and reason. */
    Map<String, Long> refusals() {
        return outcomes.stream()
                .filter(Row.RowOutcome.Refused.class::isInstance)
                .map(outcome -> ((Row.RowOutcome.Refused) outcome).rejected())
                .collect(Collectors.groupingBy(
                        rejected -> rejected.column() + " " + rejected.reason(), TreeMap::new, Collectors.counting()));
    }

    /** How many cells of accepted rows are corrected, by column and code. */
    Map<String, Long> corrections() {
        return outcomes.stream()
                .filter(Row.RowOutcome.Accepted.class::isInstance)
                .flatMap(outcome -> ((Row.RowOutcome.Accepted) outcome).row().corrections().stream())
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
