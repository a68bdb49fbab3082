package fr.passerelle.sources.cell;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A span of days, with the word for its length.
 *
 * @param start first day
 * @param end last day, included
 * @param grain its length, a word of the column grain: JOUR, SEMAINE, MOIS, TRIMESTRE, SEMESTRE or ANNEE
 */
public record DaySpan(LocalDate start, LocalDate end, String grain) {

    private static final int MONTHS = 12;

    static DaySpan day(LocalDate day) {
        return new DaySpan(day, day, "JOUR");
    }

    static DaySpan week(LocalDate monday) {
        return new DaySpan(monday, monday.plusDays(6), "SEMAINE");
    }

    /** The part of a year that has so many months, from 1. */
    static DaySpan part(int year, int months, int rank, String grain) {
        YearMonth last = YearMonth.of(year, months * rank);
        return new DaySpan(last.minusMonths(months - 1L).atDay(1), last.atEndOfMonth(), grain);
    }

    static DaySpan month(int year, int month) {
        return part(year, 1, month, "MOIS");
    }

    static DaySpan year(int year) {
        return part(year, MONTHS, 1, "ANNEE");
    }
}
