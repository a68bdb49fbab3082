package fr.passerelle.batch.attendance;

import java.time.YearMonth;
import java.time.temporal.ChronoField;

/** A month of a room: what the log speaks of. */
record MonthOfRoom(String room, YearMonth month) {

    /** @param month in months since year 0 */
    static MonthOfRoom of(String room, int month) {
        return new MonthOfRoom(room, YearMonth.of(0, 1).with(ChronoField.PROLEPTIC_MONTH, month));
    }
}
