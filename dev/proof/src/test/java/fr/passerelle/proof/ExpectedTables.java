package fr.passerelle.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of a document under headings "Expected: …", so that what is expected is written once, where people read it. */
final class ExpectedTables {

    private static final String HEADING = "## Expected: ";
    /** The columns that say what a row is about: where their cell lists several, the row stands for one of each. */
    private static final List<String> SUBJECTS = List.of("room", "place", "EPCI", "indicator", "line");

    private static final Pattern LISTED = Pattern.compile(", ");

    /** One row, in the order of its columns. */
    record Row(Map<String, String> cells) {

        String get(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }

        boolean isOf(String step) {
            return get("step").equals(step);
        }

        private Stream<Row> each(String column) {
            return cells.containsKey(column)
                    ? LISTED.splitAsStream(get(column)).map(one -> with(column, one))
                    : Stream.of(this);
        }

        private Row with(String column, String cell) {
            var changed = new LinkedHashMap<>(cells);
            changed.put(column, cell);
            return new Row(changed);
        }
    }

    private final List<String> lines;

    private ExpectedTables(List<String> lines) {
        this.lines = lines;
    }

    static ExpectedTables of(Path document) {
        try {
            return new ExpectedTables(Files.readAllLines(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a table, one a subject, each cell under the name of its column. */
    List<Row> rows(String name) {
        var table = lines.stream()
                .dropWhile(line -> !line.equals(HEADING + name))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .filter(line -> line.startsWith("|"))
                .map(ExpectedTables::cells)
                .toList();
        if (table.size() < 3) {
            throw new IllegalArgumentException("No table " + name);
        }
        var rows = table.stream().skip(2).map(row -> named(table.getFirst(), row));
        for (var column : SUBJECTS) {
            rows = rows.flatMap(row -> row.each(column));
        }
        return rows.toList();
    }

    private static Row named(List<String> columns, List<String> row) {
        if (columns.size() != row.size()) {
            throw new IllegalArgumentException("Not as many cells as columns: " + row);
        }
        var named = new LinkedHashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            named.put(columns.get(i), row.get(i));
        }
        return new Row(named);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                .map(String::strip)
                .collect(Collectors.toList());
    }
}
