package fr.passerelle.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** All that was measured: the table, one line a thing and a size, and the goals that can be told from it. */
final class BenchReport {

    private static final String LINE = "%-45s %11s %9s %21s %9s %6s %6s %6s %6s %6s";

    /** After which the broker takes a transaction back: the default of {@code passerelle.stream.transaction-timeout}. */
    private static final double TRANSACTION_TIMEOUT_SECONDS = 120;

    /** Lines of ten years of the country's rooms, and what they may take. */
    private static final long COUNTRY = 50_000_000;

    private static final double COUNTRY_SECONDS = 600;

    private static final List<Goal> GOALS = List.of(
            Goal.rate(MeasureKind.IMPORT_AND_RELAY, MeasureKind.TEXTBOOK, 3),
            Goal.ratio(
                    "CPU/ligne",
                    MeasureKind.IMPORT_AND_RELAY,
                    MeasureKind.TEXTBOOK,
                    one -> one.micros(name -> true),
                    false,
                    0.5),
            Goal.rate(MeasureKind.IMPORT_AND_RELAY, MeasureKind.TEXTBOOK_TUNED, 2),
            Goal.rate(MeasureKind.IMPORT, MeasureKind.COPY, 0.6),
            Goal.rate(MeasureKind.DRAIN, MeasureKind.CONSUME, 0.4),
            Goal.rate(MeasureKind.DRAIN, MeasureKind.CONSUME_ROWS, 1),
            Goal.rate(MeasureKind.DRAIN, MeasureKind.STREAMS, 4),
            Goal.ratio("durée", MeasureKind.COLD_RUNS, MeasureKind.COLD_BOOT, Measurement::seconds, false, 0.35),
            Goal.within(MeasureKind.CLOSE, 0, TRANSACTION_TIMEOUT_SECONDS, 0.1, "délai d'une transaction"),
            Goal.within(MeasureKind.NIGHT, COUNTRY, COUNTRY_SECONDS, 1, "dix minutes"));

    private final List<Measurement> measures = new ArrayList<>();

    /** One measure over so many rows: how long what counts took, and the costs, {@link TestBed#CLIENT} being who did it. */
    record Measurement(MeasureKind what, long size, double seconds, Map<String, Meter.Cost> costs) {

        double rate() {
            return size / seconds;
        }

        /** Processor microseconds a row, of some of the processes together. */
        double micros(Predicate<String> processes) {
            double seconds = costs.entrySet().stream()
                    .filter(cost -> processes.test(cost.getKey()))
                    .mapToDouble(cost -> cost.getValue().cpuSeconds())
                    .sum();
            return seconds * 1e6 / size;
        }
    }

    /** A ratio of medians at a size, no number where it cannot be told, and the bound that it has to keep. */
    private record Goal(String words, ToDoubleBiFunction<BenchReport, Long> found, boolean atLeast, double bound) {

        static Goal rate(MeasureKind what, MeasureKind base, double bound) {
            return ratio("lignes/s", what, base, Measurement::rate, true, bound);
        }

        static Goal ratio(
                String unit,
                MeasureKind what,
                MeasureKind base,
                ToDoubleFunction<Measurement> value,
                boolean atLeast,
                double bound) {
            return new Goal(
                    unit + ", " + what.french + " / " + base.french,
                    (report, size) -> report.median(what, size, value) / report.median(base, size, value),
                    atLeast,
                    bound);
        }

        /** A time, from this many rows on. */
        static Goal within(MeasureKind what, long rows, double seconds, double bound, String name) {
            return new Goal(
                    "durée, " + what.french + " / " + name,
                    (report, size) ->
                            size < rows ? Double.NaN : report.median(what, size, Measurement::seconds) / seconds,
                    false,
                    bound);
        }
    }

    void add(Measurement measure) {
        measures.add(measure);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(LINE.formatted(
                "", "lignes", "lignes/s", "(de, à)", "CPU µs/l.", "dont P", "Mio", "PG Mio", "Kafka", "events"));
        for (MeasureKind what : MeasureKind.values()) {
            sizes().filter(size -> !of(what, size).isEmpty())
                    .map(size -> line(what, size))
                    .forEach(lines::add);
        }
        lines.add("");
        lines.add("Buts (rapports des médianes, dans cette exécution)");
        sizes().flatMap(this::goals).forEach(lines::add);
        return lines;
    }

    private Stream<Long> sizes() {
        return measures.stream().map(Measurement::size).distinct().sorted();
    }

    private List<Measurement> of(MeasureKind what, long size) {
        return measures.stream()
                .filter(one -> one.what() == what && one.size() == size)
                .toList();
    }

    private String line(MeasureKind what, long size) {
        boolean duration = what.isDuration();
        double[] values = sorted(of(what, size), duration ? Measurement::seconds : Measurement::rate);
        return LINE.formatted(
                what.french,
                size == 0 ? "" : number(size, 0),
                number(median(values), duration ? 2 : 0) + (duration ? " s" : ""),
                "(" + number(values[0], duration ? 2 : 0) + ", " + number(values[values.length - 1], duration ? 2 : 0)
                        + ")",
                duration ? "" : number(median(what, size, one -> one.micros(name -> true)), 2),
                duration ? "" : number(median(what, size, one -> one.micros(TestBed.CLIENT::equals)), 2),
                peak(what, size, TestBed.CLIENT),
                peak(what, size, "postgresql"),
                peak(what, size, "kafka"),
                peak(what, size, Events.NAME));
    }

    private String peak(MeasureKind what, long size, String process) {
        return of(what, size).stream()
                .flatMap(one -> Stream.ofNullable(one.costs().get(process)))
                .map(Meter.Cost::peakMebibytes)
                .max(Comparator.naturalOrder())
                .map(String::valueOf)
                .orElse("");
    }

    private Stream<String> goals(long size) {
        return GOALS.stream()
                .filter(goal -> !Double.isNaN(goal.found().applyAsDouble(this, size)))
                .map(goal -> goal(goal, size, goal.found().applyAsDouble(this, size)));
    }

    private static String goal(Goal goal, long size, double found) {
        return String.format(
                Locale.FRANCE,
                "  %-9s %6.2f  (but %s %.2f)  %,11d  %s",
                (goal.atLeast() ? found >= goal.bound() : found <= goal.bound()) ? "atteint" : "MANQUÉ",
                found,
                goal.atLeast() ? "≥" : "≤",
                goal.bound(),
                size,
                goal.words());
    }

    /** The median of what was measured; no number where that is nothing. */
    private double median(MeasureKind what, long size, ToDoubleFunction<Measurement> value) {
        return median(sorted(of(what, size), value));
    }

    private static double[] sorted(List<Measurement> some, ToDoubleFunction<Measurement> value) {
        return some.stream().mapToDouble(value).sorted().toArray();
    }

    /** The middle one; the mean of the two in the middle where their number is even; no number of nothing. */
    static double median(double... sorted) {
        int half = sorted.length / 2;
        return sorted.length == 0 ? Double.NaN : (sorted[half] + sorted[(sorted.length - 1) / 2]) / 2;
    }

    private static String number(double number, int decimals) {
        return String.format(Locale.FRANCE, "%,." + decimals + "f", number).replace('\u202f', ' ');
    }
}
