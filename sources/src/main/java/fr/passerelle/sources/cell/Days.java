package fr.passerelle.sources.cell;

import fr.passerelle.sources.reject.RejectReason;
import java.time.LocalDate;
import java.time.YearMonth;

/** Days, {@code YYYY-MM-DD}, of a time in which there were rooms. */
final class Days implements CellType {

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    @Override
    public long parse(String cell) {
        if (cell.length() != 10 || cell.charAt(4) != '-' || cell.charAt(7) != '-') {
            return Column.INVALID;
        }
        int year = digits(cell, 0, 4);
        int month = digits(cell, 5, 7);
        int day = digits(cell, 8, 10);
        return exists(year, month, day) ? LocalDate.of(year, month, day).toEpochDay() : Column.INVALID;
    }

    @Override
    public RejectReason reason() {
        return RejectReason.DATE;
    }

    @Override
    public String expectation() {
        return "un jour AAAA-MM-JJ qui existe, du %s au %s,".formatted(FIRST, LAST);
    }

    private static boolean exists(int year, int month, int day) {
        return year >= FIRST.getYear()
                && year <= LAST.getYear()
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    private static int digits(String cell, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = cell.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
