package fr.passerelle.batch.attendance;

/**
 * A month of a room, by numbers.
 *
 * @param room its number, for life
 * @param month in months since year 0, as {@link java.time.YearMonth} counts them
 */
record MonthNo(int room, int month) {}
