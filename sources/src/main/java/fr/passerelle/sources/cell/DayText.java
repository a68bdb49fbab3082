package fr.passerelle.sources.cell;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Folded texts as days of one given form; null where the text is not of that form or the day does not exist. */
final class DayText {

    private static final Pattern FIGURES =
            Pattern.compile("([0-9]{1,2})(?<gap>[/.-])([0-9]{1,2})\\k<gap>([0-9]{4}|[0-9]{2})");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("([0-9]{4})(?<gap>[/.-])([0-9]{1,2})\\k<gap>([0-9]{1,2})");
    private static final Pattern NAMED = Pattern.compile(
            "(?:(?<weekday>[a-z]+)[ ,]+)?(?<day>[0-9]{1,2})(?:er)?[ /.-](?<month>[a-z]+\\.?)[ /.-](?<year>[0-9]{4})");
    private static final Pattern SERIAL = Pattern.compile("([0-9]{4,6})(?:[.,]0+)?");
    private static final LocalDate DAY_ZERO_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final List<String> WEEKDAYS =
            List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche");
    private static final int CENTURY = 100;
    private static final int MONTHS = 12;

    private DayText() {}

    static @Nullable LocalDate read(String folded, DateForm form, int pivot) {
        return switch (form) {
            case DAY_MONTH_YEAR -> figures(folded, 4, false, pivot);
            case DAY_MONTH_SHORT_YEAR -> figures(folded, 2, false, pivot);
            case MONTH_DAY_YEAR -> figures(folded, 4, true, pivot);
            case MONTH_DAY_SHORT_YEAR -> figures(folded, 2, true, pivot);
            case YEAR_MONTH_DAY -> yearFirst(folded);
            case DAY_NAMED_MONTH_YEAR -> named(folded);
            case EXCEL_1900 -> serial(folded, DAY_ZERO_1900);
            case EXCEL_1904 -> serial(folded, DAY_ZERO_1904);
        };
    }

    /** Whether a text is written in a form, be it a day that does not exist. */
    static boolean isLike(String folded, DateForm form) {
        return switch (form) {
            case DAY_MONTH_YEAR, MONTH_DAY_YEAR -> isFigures(folded, 4);
            case DAY_MONTH_SHORT_YEAR, MONTH_DAY_SHORT_YEAR -> isFigures(folded, 2);
            case YEAR_MONTH_DAY -> YEAR_FIRST.matcher(folded).matches();
            case DAY_NAMED_MONTH_YEAR -> NAMED.matcher(folded).matches();
            case EXCEL_1900, EXCEL_1904 -> SERIAL.matcher(folded).matches();
        };
    }

    private static boolean isFigures(String folded, int yearDigits) {
        Matcher matcher = FIGURES.matcher(folded);
        return matcher.matches() && matcher.group(4).length() == yearDigits;
    }

    /** Day, month and year of four digits, where the first cannot be a month or both are the same. */
    static @Nullable LocalDate sureDayFirst(String folded) {
        Matcher matcher = FIGURES.matcher(folded);
        if (!matcher.matches()) {
            return null;
        }
        int first = number(matcher, 1);
        boolean sure = first > MONTHS || first == number(matcher, 3);
        return sure ? figures(folded, 4, false, Forms.USUAL_PIVOT) : null;
    }

    private static @Nullable LocalDate figures(String folded, int yearDigits, boolean monthFirst, int pivot) {
        Matcher matcher = FIGURES.matcher(folded);
        if (!isFigures(folded, yearDigits) || !matcher.matches()) {
            return null;
        }
        int year = yearDigits == 4 ? number(matcher, 4) : century(number(matcher, 4), pivot);
        return monthFirst
                ? day(year, number(matcher, 1), number(matcher, 3))
                : day(year, number(matcher, 3), number(matcher, 1));
    }

    private static @Nullable LocalDate yearFirst(String folded) {
        Matcher matcher = YEAR_FIRST.matcher(folded);
        return matcher.matches() ? day(number(matcher, 1), number(matcher, 3), number(matcher, 4)) : null;
    }

    private static @Nullable LocalDate named(String folded) {
        Matcher matcher = NAMED.matcher(folded);
        if (!matcher.matches()) {
            return null;
        }
        LocalDate day = day(
                Integer.parseInt(matcher.group("year")),
                MonthNames.number(matcher.group("month")),
                Integer.parseInt(matcher.group("day")));
        String weekday = matcher.group("weekday");
        return day == null || weekday == null || weekday.equals(name(day)) ? day : null;
    }

    private static @Nullable LocalDate serial(String folded, LocalDate zero) {
        Matcher matcher = SERIAL.matcher(folded);
        return matcher.matches() ? zero.plusDays(number(matcher, 1)) : null;
    }

    private static String name(LocalDate day) {
        return WEEKDAYS.get(day.getDayOfWeek().getValue() - 1);
    }

    private static int century(int year, int pivot) {
        return year < pivot ? 20 * CENTURY + year : 19 * CENTURY + year;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static @Nullable LocalDate day(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
