package fr.passerelle.study;

import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.schemas.person.SafeWords.Quote;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Cells;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.Row;
import fr.passerelle.sources.TableSource;
import fr.passerelle.sources.reject.RejectedRow;
import fr.passerelle.sources.reject.UnusableFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file of which all rows are taken, as what each becomes, or none. */
public final class WholeFile<T> {

    /** How many faults are told, and how many lines of each. */
    private static final int MOST = 20;

    private static final int FIRST = 3;

    private final InputFile file;
    private final SortedMap<Long, T> lines = new TreeMap<>();
    private final SortedMap<Long, String> faults = new TreeMap<>();

    private WholeFile(InputFile file) {
        this.file = file;
    }

    /** Reads a file to its end, or {@link UnusableFile}; a line throws {@link RunRefused} where the cells of its row cannot be together. */
    public static <T> WholeFile<T> read(Path path, TableSchema schema, Function<Cells, T> line) {
        WholeFile<T> read = new WholeFile<>(InputFile.examine(path, schema));
        try (TableSource source = TableSource.open(read.file, schema)) {
            for (Row.RowOutcome outcome = source.next(); outcome != null; outcome = source.next()) {
                switch (outcome) {
                    case Row.RowOutcome.Accepted(Row row) ->
                        read.take(row.line(), new Cells(schema.header(), row), line);
                    case Row.RowOutcome.Refused(Row row, RejectedRow rejected) ->
                        read.faults.put(rejected.line(), rejected.message());
                    case Row.RowOutcome.Control() -> {}
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

    /** All rows; where one has a fault, {@link UnusableFile} tells each fault once, with the first of its lines and how many others have it. */
    public List<T> rows() {
        if (!faults.isEmpty()) {
            Map<String, List<Long>> places = new LinkedHashMap<>();
            faults.forEach((line, fault) ->
                    places.computeIfAbsent(fault, none -> new ArrayList<>()).add(line));
            Stream<String> told = places.entrySet().stream()
                    .limit(MOST)
                    .map(fault -> "Le fichier « %s », %s : %s"
                            .formatted(Quote.of(file.name()), lines(fault.getValue()), fault.getKey()));
            Stream<String> rest =
                    places.size() <= MOST ? Stream.empty() : Stream.of("…%s.".formatted(others(places.size() - MOST)));
            throw new UnusableFile(Stream.concat(told, rest).collect(Collectors.joining("\n")));
        }
        return List.copyOf(lines.values());
    }

    private static String lines(List<Long> all) {
        String first = all.stream().limit(FIRST).map(String::valueOf).collect(Collectors.joining(", "));
        String more = all.size() <= FIRST ? "" : others(all.size() - FIRST);
        return (all.size() > 1 ? "lignes " : "ligne ") + first + more;
    }

    private static String others(int more) {
        return more == 1 ? " et une autre" : " et %d autres".formatted(more);
    }

    private void take(long at, Cells cells, Function<Cells, T> line) {
        try {
            lines.put(at, line.apply(cells));
        } catch (RunRefused e) {
            faults.put(at, String.valueOf(e.getMessage()));
        }
    }
}
