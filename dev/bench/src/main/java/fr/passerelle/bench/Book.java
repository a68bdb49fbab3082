package fr.passerelle.bench;

import fr.passerelle.bench.measure.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** All that was measured, and what was not, with its reason. */
final class Book {

    private final List<Measure> measures = new ArrayList<>();
    private final Map<What, String> skipped = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    void add(Measure measure) {
        measures.add(measure);
    }

    void skip(What what, String why) {
        skipped.put(what, why);
    }

    /** Keeps what went wrong. */
    void fail(String sentence) {
        faults.add(sentence);
    }

    /** All that went wrong. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    List<Measure> measures() {
        return List.copyOf(measures);
    }

    Map<What, String> skipped() {
        return skipped;
    }

    List<Measure> of(What what, long size) {
        return measures.stream()
                .filter(measure -> measure.what() == what && measure.size() == size)
                .toList();
    }

    /** What the repetitions of one thing come to; empty where it was not measured. */
    Optional<Series> series(What what, long size, ToDoubleFunction<Measure> value) {
        List<Double> values = of(what, size).stream().map(value::applyAsDouble).toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(new Series(values));
    }

    /** The sizes, rising. */
    List<Long> sizes() {
        return measures.stream().map(Measure::size).distinct().sorted().toList();
    }
}
