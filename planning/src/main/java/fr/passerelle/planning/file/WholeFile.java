package fr.passerelle.planning.file;

import fr.passerelle.schemas.person.Quote;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Cells;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.Row;
import fr.passerelle.sources.RowOutcome;
import fr.passerelle.sources.TableSource;
import fr.passerelle.sources.reject.RejectedRow;
import fr.passerelle.sources.reject.UnusableFile;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A file of which all rows are taken, or none.
 *
 * @param <T> what a row becomes
 */
public final class WholeFile<T> {

    private final InputFile file;
    private final SortedMap<Long, T> lines = new TreeMap<>();
    private final SortedMap<Long, String> faults = new TreeMap<>();

    private WholeFile(InputFile file) {
        this.file = file;
    }

    /**
     * Reads a file to its end.
     *
     * @param line makes something of the cells of a row; throws {@link RowFault} where they cannot be together
     * @throws UnusableFile when it cannot be read at all
     */
    public static <T> WholeFile<T> read(Path path, TableSchema schema, Function<Cells, T> line) {
        WholeFile<T> read = new WholeFile<>(InputFile.examine(path, schema));
        try (TableSource source = TableSource.open(read.file, schema)) {
            for (RowOutcome outcome = source.next(); outcome != null; outcome = source.next()) {
                switch (outcome) {
                    case RowOutcome.Accepted(Row row) -> read.take(row.line(), new Cells(schema.header(), row), line);
                    case RowOutcome.Refused(Row row, RejectedRow rejected) ->
                        read.faults.put(rejected.line(), rejected.message());
                    case RowOutcome.Control() -> {}
                }
            }
        }
        return read;
    }

    /** What rows without a fault say, by line. */
    public SortedMap<Long, T> lines() {
        return Collections.unmodifiableSortedMap(lines);
    }

    /** SHA-256 of its bytes. */
    public String sha256() {
        return file.sha256();
    }

    /** Adds faults of rows together: the first of a row stays. */
    public WholeFile<T> with(SortedMap<Long, String> others) {
        others.forEach(faults::putIfAbsent);
        return this;
    }

    /** A row that says of something what one before said of it is at fault. */
    public WholeFile<T> once(Function<T, Object> subject) {
        Map<Object, Long> first = new HashMap<>();
        lines.forEach((line, row) -> {
            Long before = first.putIfAbsent(subject.apply(row), line);
            if (before != null) {
                faults.putIfAbsent(
                        line, "la ligne " + before + " parle déjà de la même chose : ne gardez que la bonne.");
            }
        });
        return this;
    }

    /**
     * All rows.
     *
     * @throws UnusableFile where one has a fault: a sentence for each, which names file and line
     */
    public List<T> rows() {
        if (!faults.isEmpty()) {
            throw new UnusableFile(faults.entrySet().stream()
                    .map(fault -> "Le fichier « %s », ligne %d : %s"
                            .formatted(Quote.of(file.name()), fault.getKey(), fault.getValue()))
                    .collect(Collectors.joining("\n")));
        }
        return List.copyOf(lines.values());
    }

    private void take(long at, Cells cells, Function<Cells, T> line) {
        try {
            lines.put(at, line.apply(cells));
        } catch (RowFault e) {
            faults.put(at, String.valueOf(e.getMessage()));
        }
    }
}
