package fr.passerelle.batch.attendance;

import java.time.LocalDate;
import java.time.YearMonth;

/** A month of a room: what the log speaks of. */
record MonthOfRoom(String room, YearMonth month) {

    /** Where a value belongs: the month in which its period begins. */
    static MonthOfRoom of(Attendance value) {
        return new MonthOfRoom(value.room(), YearMonth.from(LocalDate.ofEpochDay(value.start())));
    }
}
