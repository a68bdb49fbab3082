package fr.passerelle.batch.source;

import fr.passerelle.batch.source.mapping.Mapping;
import fr.passerelle.schemas.table.TableSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A file read from end to end through a shipped mapping. */
record Register(TableSchema schema, List<Outcome> outcomes) {

    static final Path MAPPINGS =
            Path.of(System.getProperty("passerelle.root")).resolve("batch/src/main/resources/mappings");

    static Register read(Path file, String mapping) {
        Mapping how = Mapping.read(MAPPINGS.resolve(mapping + ".yaml"));
        TableSchema schema = how.table().equals("salles") ? TableSchema.salles() : TableSchema.frequentation();
        List<Outcome> outcomes = new ArrayList<>();
        try (TableSource source = TableSource.open(InputFile.examine(file, schema, how), schema)) {
            for (Outcome outcome = source.next(); outcome != null; outcome = source.next()) {
                outcomes.add(outcome);
            }
        }
        return new Register(schema, outcomes);
    }

    List<Cells> rows() {
        return outcomes.stream()
                .filter(Outcome.Accepted.class::isInstance)
                .map(outcome -> new Cells(schema.header(), ((Outcome.Accepted) outcome).row()))
                .toList();
    }

    long controls() {
        return outcomes.stream().filter(Outcome.Control.class::isInstance).count();
    }

    /** How many rows are refused, by column and reason. */
    Map<String, Long> refusals() {
        return outcomes.stream()
                .filter(Outcome.Refused.class::isInstance)
                .map(outcome -> ((Outcome.Refused) outcome).rejected())
                .collect(Collectors.groupingBy(
                        rejected -> rejected.column() + " " + rejected.reason(), TreeMap::new, Collectors.counting()));
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
