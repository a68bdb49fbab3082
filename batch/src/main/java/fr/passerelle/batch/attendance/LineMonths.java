package fr.passerelle.batch.attendance;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The months of a room that a line lies in.
 *
 * @param from first month, in months since year 0
 * @param to last month, included
 */
record LineMonths(int room, int from, int to) {

    static LineMonths of(int room, Attendance value) {
        return new LineMonths(room, MonthTraits.monthOf(value.start()), MonthTraits.monthOf(value.end()));
    }

    Stream<MonthNo> months() {
        return IntStream.rangeClosed(from, to).mapToObj(month -> new MonthNo(room, month));
    }
}
