package fr.passerelle.batch.month;

/**
 * A month of a room, by numbers.
 *
 * @param room its number, for life
 * @param month in months since year 0, as {@link java.time.YearMonth} counts them
 */
public record MonthNo(int room, int month) {}
