package fr.passerelle.console.tour;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * A week of a calendar: a row an animateur, a column a day.
 *
 * @param days Monday to Friday, and Saturday where anything is or was held on it
 */
public record WeekGrid(LocalDate monday, List<LocalDate> days, List<WeekRow> rows) {

    private static final int CODE = 8;

    /** How an address names the week of a Monday, such as 2018-W03. */
    public static String code(LocalDate monday) {
        return DateTimeFormatter.ISO_WEEK_DATE.format(monday).substring(0, CODE);
    }

    /** The code of this one. */
    public String code() {
        return code(monday);
    }

    static WeekGrid of(LocalDate monday, CalendarSessions sessions) {
        List<LocalDate> days = monday.datesUntil(monday.plusDays(DayOfWeek.SATURDAY.getValue()))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY || !sessions.isFree(day))
                .toList();
        List<WeekRow> rows = sessions.animateurs(days).stream()
                .map(animateur -> new WeekRow(
                        animateur,
                        days.stream().map(day -> sessions.cell(animateur, day)).toList()))
                .toList();
        return new WeekGrid(monday, days, rows);
    }

    /** The first day that is asked for on which somebody sets out. */
    Optional<WeekCell> outing(TourChoice choice) {
        return rows.stream()
                .flatMap(row -> row.cells().stream().filter(cell -> choice.isOf(cell, row.animateur())))
                .filter(cell -> cell.journee() != null)
                .findFirst();
    }
}
