package fr.passerelle.bench.measure;

import java.util.List;

/**
 * Several measures of one thing.
 *
 * @param values at least one
 */
public record MeasureSeries(List<Double> values) {

    /** Refuses none. */
    public MeasureSeries {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("No measure");
        }
        values = values.stream().sorted().toList();
    }

    /** The middle one; the mean of the two in the middle where their number is even. */
    public double median() {
        int middle = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(middle) : (values.get(middle - 1) + values.get(middle)) / 2;
    }

    /** The least. */
    public double min() {
        return values.getFirst();
    }

    /** The greatest. */
    public double max() {
        return values.getLast();
    }
}
