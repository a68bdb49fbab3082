package fr.passerelle.batch.attendance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A month of a room, by numbers: that of the room, for life, and months since year 0, as {@link YearMonth} counts them. */
public record MonthNo(int room, int month) {

    /** The month of a day, in months since year 0. */
    public static int ofDay(int epochDay) {
        return of(YearMonth.from(LocalDate.ofEpochDay(epochDay)));
    }

    /** A month, in months since year 0. */
    public static int of(YearMonth month) {
        return (int) month.getLong(ChronoField.PROLEPTIC_MONTH);
    }

    /** A month by its number since year 0. */
    public static YearMonth month(int number) {
        return YearMonth.of(0, 1).with(ChronoField.PROLEPTIC_MONTH, number);
    }

    /** The months of a room that a line lies in, from its first to its last, in months since year 0. */
    public record LineMonths(int room, int from, int to) {

        /** Those of a line. */
        public static LineMonths of(int room, Attendance value) {
            return new LineMonths(room, ofDay(value.start()), ofDay(value.end()));
        }

        /** One by one. */
        public Stream<MonthNo> months() {
            return IntStream.rangeClosed(from, to).mapToObj(month -> new MonthNo(room, month));
        }
    }
}
