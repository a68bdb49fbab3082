package fr.passerelle.sources.table;

import fr.passerelle.sources.reject.UnusableFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How cells are told apart in a text.
 *
 * @param escape before a quote that belongs to the text; null when it is doubled
 * @param announced whether the first line only announces the separator ({@code sep=;})
 */
record Dialect(char separator, char quote, @Nullable Character escape, boolean announced) {
    /** The escape, or the quote where there is none: comparing with it then changes nothing. */
    char escapeOrQuote() {
        return escape == null ? quote : escape;
    }

    /**
     * Finds how cells are told apart: declared, announced by a first line {@code sep=;}, or told from the first records. The separator that
     * finds most of the expected columns in one of them is taken; where none does, the one that cuts them most evenly into most cells; where a
     * second one does nearly as well, the file is refused until one is declared.
     *
     * @param sample first characters of the text
     * @param whole whether it is all of it
     */
    record Guess(char[] sample, boolean whole, Reading reading, String name) {
        private static final List<Character> SEPARATORS = List.of(';', '\t', ',', '|');
        private static final Pattern ANNOUNCE =
                Pattern.compile("(?i:sep=)(?<mark>[\\x{0}-\\x{FFFF}&&[^\\r\\n]])[\\r\\n]?");
        private static final int ANNOUNCED = 6;
        private static final double NEARLY = 0.8;

        /** One cell alone may be a word of any text. */
        private static final int FEWEST = 2;

        /** A separator and how well it cuts the first records; see {@link Sample#expected}. */
        private record Candidate(char separator, long expected, double merit) {}

        Dialect dialect() {
            String announced = announced();
            Character declared = reading.separator();
            if (declared != null) {
                return dialect(declared, !announced.isEmpty());
            }
            return announced.isEmpty() ? dialect(told(), false) : dialect(announced.charAt(0), true);
        }

        Sample records(Dialect dialect) {
            return new Sample(sample, whole, dialect, reading.columns());
        }

        private Dialect dialect(char separator, boolean announced) {
            return new Dialect(separator, quote(), reading.escape(), announced);
        }

        private char quote() {
            Character quote = reading.quote();
            return quote == null ? '"' : quote;
        }

        private String announced() {
            Matcher first = ANNOUNCE.matcher(new String(sample, 0, Math.min(sample.length, ANNOUNCED)));
            return first.matches() && first.group("mark").charAt(0) != quote() ? first.group("mark") : "";
        }

        private char told() {
            List<Candidate> all = SEPARATORS.stream()
                    .filter(separator -> !separator.equals(reading.quote()))
                    .map(this::candidate)
                    .toList();
            List<Candidate> named = best(all, Candidate::expected);
            if (named.get(0).expected() >= FEWEST
                    && named.get(0).expected() > named.get(1).expected()) {
                return named.get(0).separator();
            }
            List<Candidate> even = best(all, Candidate::merit);
            if (even.get(0).merit() == 0) {
                return ';';
            }
            if (even.get(1).merit() > NEARLY * even.get(0).merit()) {
                throw new UnusableFile(
                        "Le fichier « %s » : plusieurs séparateurs de cellules sont possibles ; déclarez le bon dans le mapping."
                                .formatted(name));
            }
            return even.get(0).separator();
        }

        private static List<Candidate> best(List<Candidate> all, ToDoubleFunction<Candidate> by) {
            return all.stream()
                    .sorted(Comparator.comparingDouble(by).reversed())
                    .toList();
        }

        private Candidate candidate(char separator) {
            Sample records = records(dialect(separator, false));
            return new Candidate(separator, records.expected, merit(records.widths));
        }

        /** Separators that it explains: those of the records of the commonest width, the less the more records are of another width. */
        private static double merit(List<Integer> widths) {
            Map<Integer, Integer> records = new HashMap<>();
            widths.forEach(width -> records.merge(width, 1, Integer::sum));
            return records.entrySet().stream()
                    .mapToDouble(of -> (of.getKey() - 1.0) * of.getValue() * of.getValue() / widths.size())
                    .max()
                    .orElse(0);
        }
    }

    /**
     * The first records of a text, cut by a dialect. Where the quotes of one never close it is passed over, and from there on each line is a
     * record: a stray quote does not hide what the text is like.
     */
    static final class Sample {
        private static final int MOST = 500;

        /** Among which of them a header is looked for. */
        private static final int PREAMBLE = 100;

        private final char[] sample;
        private final boolean whole;
        private final RecordScan scan;
        private final Predicate<String> columns;
        private final List<Integer> widths = new ArrayList<>();
        private final Set<String> lineEnds = new HashSet<>();
        private boolean lineByLine;
        /** How many columns that are expected the record names that names most. */
        private long expected;

        /**
         * @param whole whether the sample is all of the text
         * @param columns see {@link Reading}
         */
        Sample(char[] sample, boolean whole, Dialect dialect, Predicate<String> columns) {
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

        /** The commonest number of cells, the larger one where two are as common; 0 where there is none. */
        int commonWidth() {
            return widths.stream()
                    .distinct()
                    .max(Comparator.<Integer>comparingInt(width -> Collections.frequency(widths, width))
                            .thenComparing(Comparator.naturalOrder()))
                    .orElse(0);
        }

        /** LF, CRLF, CR or "mixte"; a dash where there is none. */
        String lineEnd() {
            return lineEnds.size() > 1 ? "mixte" : lineEnds.stream().findFirst().orElse("-");
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
            lineByLine |= scan.open();
            return lineByLine ? firstLine : scan.at();
        }

        private void see(int start, int end) {
            char last = sample[end - 1];
            if (last == '\n' || last == '\r') {
                lineEnds.add(last == '\r' ? "CR" : end > 1 && sample[end - 2] == '\r' ? "CRLF" : "LF");
            }
            if (!scan.open() && !new String(sample, start, end - start).isBlank()) {
                widths.add(scan.cells());
                expected = widths.size() > PREAMBLE ? expected : Math.max(expected, named(start));
            }
        }

        private long named(int start) {
            return IntStream.range(0, Math.min(scan.cells(), RecordScan.RecordCells.MAX_CELLS))
                    .filter(cell -> scan.from(cell) < scan.to(cell))
                    .mapToObj(cell -> new String(sample, start + scan.from(cell), scan.to(cell) - scan.from(cell)))
                    .filter(text -> columns.test(text.strip()))
                    .count();
        }
    }
}
