package fr.passerelle.console.tour;

import fr.passerelle.calendar.tour.TourManifest;
import fr.passerelle.console.tour.WeekGrid.WeekCell;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody asks to see of a calendar, as an address says it; each empty where nobody asked.
 *
 * @param week such as 2018-W03
 * @param animateur whose day is drawn
 * @param day such as 2018-01-16
 */
public record TourChoice(String week, String animateur, String day) {

    /** The Monday that is asked for, else the first; empty where the calendar has no such week. */
    Optional<LocalDate> monday(TourManifest manifest) {
        return mondays(manifest)
                .filter(monday -> week.isEmpty() || WeekGrid.code(monday).equals(week))
                .findFirst();
    }

    static Stream<LocalDate> mondays(TourManifest manifest) {
        return Stream.iterate(manifest.from(), monday -> monday.plusWeeks(1)).limit(manifest.weeks());
    }

    /** Whether a cell of the week is one that is asked for. */
    boolean isOf(WeekCell cell, String who) {
        return (animateur.isEmpty() || animateur.equals(who))
                && (day.isEmpty() || day.equals(cell.day().toString()));
    }

    /** Whether a day is asked for at all. */
    boolean isOfADay() {
        return !animateur.isEmpty() || !day.isEmpty();
    }
}
