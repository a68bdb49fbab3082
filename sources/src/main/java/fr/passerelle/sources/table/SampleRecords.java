package fr.passerelle.sources.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The first records of a text, cut by a dialect. Where the quotes of one never close it is passed over, and from there on each line is a
 * record: a stray quote does not hide what the text is like.
 */
final class SampleRecords {

    private static final int MOST = 500;

    /** Among which of them a header is looked for. */
    private static final int PREAMBLE = 100;

    private final char[] sample;
    private final boolean whole;
    private final RecordScan scan;
    private final Predicate<String> columns;
    private final List<Integer> widths = new ArrayList<>();
    private final LineEnds ends = new LineEnds();
    private boolean lineByLine;
    private long expected;

    /**
     * @param whole whether the sample is all of the text
     * @param columns see {@link Reading}
     */
    SampleRecords(char[] sample, boolean whole, Dialect dialect, Predicate<String> columns) {
        this.sample = sample;
        this.whole = whole;
        this.scan = new RecordScan(dialect);
        this.columns = columns;
        int start = 0;
        int size = size(start);
        while (size > 0 && widths.size() < MOST) {
            see(start, start + size);
            start += size;
            size = size(start);
        }
    }

    /** How many cells each has that is not blank. */
    List<Integer> widths() {
        return widths;
    }

    /** How many columns that are expected the record names that names most. */
    long expected() {
        return expected;
    }

    /** The commonest of these numbers, the larger one where two are as common; 0 where there is none. */
    int commonWidth() {
        return widths.stream()
                .distinct()
                .max(Comparator.<Integer>comparingInt(width -> Collections.frequency(widths, width))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(0);
    }

    /** LF, CRLF, CR or "mixte"; a dash where there is none. */
    String lineEnd() {
        return ends.name();
    }

    /** Length of the record at a place, with its line end; 0 where the sample ends before. */
    private int size(int start) {
        scan.begin();
        boolean ends = start < sample.length && scan.line(sample, start, sample.length, whole);
        int firstLine = scan.at();
        if (!ends) {
            return 0;
        }
        while (ends && !lineByLine && scan.open() && start + scan.at() < sample.length) {
            ends = scan.line(sample, start, sample.length, whole);
        }
        if (!lineByLine && scan.open()) {
            lineByLine = true;
        }
        return lineByLine ? firstLine : scan.at();
    }

    private void see(int start, int end) {
        ends.follow(sample, end);
        if (!scan.open() && !new String(sample, start, end - start).isBlank()) {
            widths.add(scan.cells());
            expected = widths.size() > PREAMBLE ? expected : Math.max(expected, named(start));
        }
    }

    private long named(int start) {
        return IntStream.range(0, Math.min(scan.cells(), RecordCells.MAX_CELLS))
                .filter(cell -> scan.from(cell) < scan.to(cell))
                .mapToObj(cell -> new String(sample, start + scan.from(cell), scan.to(cell) - scan.from(cell)))
                .filter(text -> columns.test(text.strip()))
                .count();
    }
}
