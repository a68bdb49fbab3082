package fr.passerelle.batch.month;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The months of a room that a line lies in.
 *
 * @param from first month, in months since year 0
 * @param to last month, included
 */
public record LineMonths(int room, int from, int to) {

    /** Those of a line. */
    public static LineMonths of(int room, Attendance value) {
        return new LineMonths(room, MonthTraits.monthOf(value.start()), MonthTraits.monthOf(value.end()));
    }

    /** One by one. */
    public Stream<MonthNo> months() {
        return IntStream.rangeClosed(from, to).mapToObj(month -> new MonthNo(room, month));
    }
}
