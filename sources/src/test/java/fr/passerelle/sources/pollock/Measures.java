package fr.passerelle.sources.pollock;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The ten measures of Pollock for one file, as its authors compute them: their precision counts over what the clean file has, their recall
 * over what was loaded, and the text of a record is that of its cells one after the other. They also take numbers, days and prices that
 * are written otherwise for the same; capitals apart, this does not.
 */
record Measures(double success, Overlap header, Overlap records, Overlap cells) {

    /** Of a file that is refused. */
    static final Measures REFUSED = new Measures(0, Overlap.NONE, Overlap.NONE, Overlap.NONE);

    /** How much of what is to be had was had. */
    record Overlap(double precision, double recall) {

        static final Overlap NONE = new Overlap(0, 0);
        static final Overlap ALL = new Overlap(1, 1);

        static Overlap of(List<String> clean, List<String> loaded) {
            if (clean.isEmpty()) {
                return ALL;
            }
            long common = common(clean, loaded);
            return common == 0 ? NONE : new Overlap((double) common / clean.size(), (double) common / loaded.size());
        }

        double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }

        double sum() {
            return precision + recall + f1();
        }

        private static long common(List<String> clean, List<String> loaded) {
            Map<String, Integer> left = new HashMap<>();
            clean.forEach(text -> left.merge(text, 1, Integer::sum));
            return loaded.stream()
                    .filter(text -> left.merge(text, -1, Integer::sum) >= 0)
                    .count();
        }
    }

    /** @param clean and {@code loaded}: the header, then the rows; without any line where there is nothing at all */
    static Measures of(List<List<String>> clean, List<List<String>> loaded) {
        if (clean.isEmpty()) {
            return new Measures(1, Overlap.ALL, Overlap.ALL, Overlap.ALL);
        }
        return new Measures(
                1,
                Overlap.of(header(clean), header(loaded)),
                Overlap.of(records(clean), records(loaded)),
                Overlap.of(cells(clean, Function.identity()), cells(loaded, Function.identity())));
    }

    /** What the authors call the simple score: at most 10. */
    double sum() {
        return success + header.sum() + records.sum() + cells.sum();
    }

    /** All ten, in the authors' order. */
    List<Double> all() {
        return Stream.concat(
                        Stream.of(success),
                        Stream.of(header, records, cells)
                                .flatMap(overlap -> Stream.of(overlap.precision(), overlap.recall(), overlap.f1())))
                .toList();
    }

    private static List<String> header(List<List<String>> rows) {
        return cells(rows.subList(0, Math.min(1, rows.size())), Measures::lower);
    }

    private static List<String> records(List<List<String>> rows) {
        return rows.stream().skip(1).map(row -> lower(String.join("", row))).toList();
    }

    private static List<String> cells(List<List<String>> rows, Function<String, String> form) {
        return rows.stream().flatMap(List::stream).map(form).toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
