package fr.passerelle.sources.workbook;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Days as an {@code .xlsx} counts them, with the time as the part after the point.
 *
 * @param from1904 whether day 0 is 1904-01-01; else day 1 is 1900-01-01, and day 60 a 29 February 1900 that never was
 */
record Serial(boolean from1904) {

    private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate DAY_0_OF_1900 = LocalDate.of(1899, 12, 30);
    private static final int NEVER_WAS = 60;
    private static final int LAST = 2_958_465;
    private static final double MILLISECONDS_A_DAY = 86_400_000;

    /** The text of a number of days that is shown as {@code shown}; null when there is no such day. */
    @Nullable
    String text(double days, DateFormat shown) {
        if (!(days >= 0 && days < LAST + 1)) {
            return null;
        }
        long milliseconds = Math.round(days * MILLISECONDS_A_DAY);
        if (shown == DateFormat.LENGTH || shown == DateFormat.TIME && days < 1) {
            return Moments.text(Duration.ofMillis(milliseconds));
        }
        long day = Math.floorDiv(milliseconds, (long) MILLISECONDS_A_DAY);
        LocalDate date = day(day);
        return date == null ? null : Moments.text(at(date, milliseconds - day * (long) MILLISECONDS_A_DAY));
    }

    private @Nullable LocalDate day(long day) {
        if (from1904) {
            return DAY_0_OF_1904.plusDays(day);
        }
        if (day < 1 || day == NEVER_WAS) {
            return null;
        }
        return DAY_0_OF_1900.plusDays(day < NEVER_WAS ? day + 1 : day);
    }

    private static LocalDateTime at(LocalDate date, long milliseconds) {
        return date.atStartOfDay().plus(Duration.ofMillis(milliseconds));
    }
}
