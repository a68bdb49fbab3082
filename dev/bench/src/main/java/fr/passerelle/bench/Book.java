package fr.passerelle.bench;

import fr.passerelle.bench.measure.MeasureSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** All that was measured, and what was not, with its reason. */
final class Book {

    private final List<Measurement> measures = new ArrayList<>();
    private final Map<MeasureKind, String> skipped = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    void add(Measurement measure) {
        measures.add(measure);
    }

    void skip(MeasureKind what, String why) {
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

    List<Measurement> measures() {
        return List.copyOf(measures);
    }

    Map<MeasureKind, String> skipped() {
        return skipped;
    }

    List<Measurement> of(MeasureKind what, long size) {
        return measures.stream()
                .filter(measure -> measure.what() == what && measure.size() == size)
                .toList();
    }

    /** What the repetitions of one thing come to; empty where it was not measured. */
    Optional<MeasureSeries> series(MeasureKind what, long size, ToDoubleFunction<Measurement> value) {
        List<Double> values = of(what, size).stream().map(value::applyAsDouble).toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(new MeasureSeries(values));
    }

    /** The sizes, rising. */
    List<Long> sizes() {
        return measures.stream().map(Measurement::size).distinct().sorted().toList();
    }
}
