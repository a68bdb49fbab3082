package fr.passerelle.sources.pollock;

import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Cells;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.Row;
import fr.passerelle.sources.TableSource;
import fr.passerelle.sources.mapping.Mapping;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.RawRow;
import fr.passerelle.sources.table.RawTable;
import fr.passerelle.sources.table.RawTables;
import fr.passerelle.sources.table.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file.
 *
 * @param rows the header, then the rows that enter; null where the file is refused
 * @param rejects how many rejects are told
 * @param refusal why the file is refused; empty where it is not
 */
record Loaded(@Nullable List<List<String>> rows, int rejects, String refusal) {

    private static final Pattern DAMAGED_HEADER = Pattern.compile("n'a pas d'en-tête|ne va pas avec le mapping");

    /** Read as the authors say, and no more: records as they come, those that are refused left out. */
    static Loaded raw(PollockFile file) {
        List<List<String>> rows = new ArrayList<>();
        int rejects = 0;
        try (RawTable table = RawTables.open(file.path(), file.name(), file.declared())) {
            table.settle(RawTable.RowLayout.anyLines(Math.max(1, file.width())));
            for (RawRow row = table.next(); row != null; row = table.next()) {
                if (row.flaw() == null) {
                    rows.add(List.copyOf(row.texts()));
                } else {
                    rejects++;
                }
            }
            return new Loaded(rows, rejects, "");
        } catch (UnusableFile refused) {
            return refused(refused);
        }
    }

    /**
     * Imported under the mapping that a data team would write: its columns by their names, or in their order where it has no header or one
     * of several lines. Where the file is refused, the mapping declares how it is read; where it is refused again since its header is
     * damaged, that it has none.
     */
    static Loaded imported(PollockFile file) {
        List<String> columns = columns(file);
        if (columns.isEmpty()) {
            return new Loaded(null, 0, "Its authors give it no column");
        }
        Loaded found = imported(file, mapping(file, columns, Reading.UNDECLARED));
        Loaded declared = found.isRefused() ? imported(file, mapping(file, columns, file.declared())) : found;
        return DAMAGED_HEADER.matcher(declared.refusal).find()
                ? imported(file, TextColumns.inOrder(columns, 0, file.declared()))
                : declared;
    }

    boolean isRefused() {
        return rows == null;
    }

    /** Whether it has rows that the clean file has not, or lacks some, and tells no reject. */
    boolean isWrongInSilence(PollockFile file) {
        return rows != null && rejects == 0 && !rows(rows).equals(rows(file.cleanRows()));
    }

    private static List<List<String>> rows(List<List<String>> all) {
        return all.stream()
                .skip(1)
                .map(row -> row.stream().map(String::strip).toList())
                .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty()))
                .toList();
    }

    private static Mapping mapping(PollockFile file, List<String> columns, Reading reading) {
        return file.headerLines() == 1
                ? TextColumns.named(columns, file.columnNames(), reading)
                : TextColumns.inOrder(columns, file.headerLine(), reading);
    }

    Measures measures(PollockFile file) {
        return rows == null ? Measures.REFUSED : Measures.of(file.cleanRows(), rows);
    }

    private static List<String> columns(PollockFile file) {
        int width = Math.max(file.width(), file.columnNames().size());
        return IntStream.rangeClosed(1, width).mapToObj(i -> "c" + i).toList();
    }

    private static Loaded imported(PollockFile file, Mapping mapping) {
        TableSchema schema = schema(columns(file));
        List<List<String>> rows = new ArrayList<>();
        if (file.headerLines() > 0) {
            rows.add(file.columnNames());
        }
        int rejects = 0;
        try (TableSource source =
                TableSource.open(InputFile.examine(file.path(), file.name(), schema, mapping), schema)) {
            for (Row.RowOutcome outcome = source.next(); outcome != null; outcome = source.next()) {
                switch (outcome) {
                    case Row.RowOutcome.Accepted(var row) ->
                        rows.add(schema.header().stream()
                                .map(new Cells(schema.header(), row)::required)
                                .toList());
                    case Row.RowOutcome.Refused refused -> rejects++;
                    case Row.RowOutcome.Control() -> {}
                }
            }
            return new Loaded(rows, rejects, "");
        } catch (UnusableFile refused) {
            return refused(refused);
        }
    }

    private static TableSchema schema(List<String> columns) {
        return TableSchema.read(columns.stream()
                .map("{\"name\": \"%s\", \"type\": \"string\"}"::formatted)
                .collect(Collectors.joining(", ", "{\"name\": \"textes\", \"fields\": [", "]}")));
    }

    private static Loaded refused(UnusableFile refused) {
        return new Loaded(null, 0, String.valueOf(refused.getMessage()));
    }
}
