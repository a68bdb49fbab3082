package fr.passerelle.batch.month;

import java.time.YearMonth;
import java.time.temporal.ChronoField;

/** A month of a room: what the log speaks of. */
public record MonthOfRoom(String room, YearMonth month) {

    /** @param month in months since year 0 */
    public static MonthOfRoom of(String room, int month) {
        return new MonthOfRoom(room, YearMonth.of(0, 1).with(ChronoField.PROLEPTIC_MONTH, month));
    }
}
