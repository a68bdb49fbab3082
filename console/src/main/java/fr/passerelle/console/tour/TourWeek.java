package fr.passerelle.console.tour;

import java.time.LocalDate;

/** A week of a calendar, and how an address names it. */
public record TourWeek(String code, LocalDate monday) {

    static TourWeek of(LocalDate monday) {
        return new TourWeek(WeekGrid.code(monday), monday);
    }
}
