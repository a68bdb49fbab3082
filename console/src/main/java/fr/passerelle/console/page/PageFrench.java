package fr.passerelle.console.page;

import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.event.Unite;
import fr.passerelle.sheets.french.Codes;
import fr.passerelle.sheets.french.FrenchNumbers;
import fr.passerelle.sheets.french.Months;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers, months and moments as French writes them. What is unknown is a dash. */
public final class PageFrench {

    /** The only one: it holds nothing. */
    public static final PageFrench INSTANCE = new PageFrench();

    private static final String UNKNOWN = FrenchNumbers.UNKNOWN;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRANCE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRANCE);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'à\u00a0'HH'\u00a0h\u00a0'mm", Locale.FRANCE);
    private static final DateTimeFormatter FIRST = DateTimeFormatter.ofPattern("d'er' MMMM yyyy", Locale.FRANCE);

    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.FRANCE);
    private static final DateTimeFormatter FIRST_WEEKDAY =
            DateTimeFormatter.ofPattern("EEEE d'er' MMMM", Locale.FRANCE);
    private static final int MINUTES_AN_HOUR = 60;
    private static final int DIGITS = 5;

    private PageFrench() {}

    /** A whole number, with its thousands apart. */
    public String number(@Nullable Number number) {
        return number == null ? UNKNOWN : FrenchNumbers.whole(number);
    }

    /** A number with at most so many decimals. */
    public String decimal(@Nullable BigDecimal number, int places) {
        return number == null ? UNKNOWN : FrenchNumbers.decimal(number, places);
    }

    /** The word of a stable code, in a family of the explanations' texts: « sous le seuil ». */
    public String word(String family, Object code) {
        return Textes.word(family, code.toString());
    }

    /** A number with its unit; what is unknown is said to be. */
    public String measure(@Nullable BigDecimal number, Unite unit) {
        return FrenchNumbers.of(number, unit);
    }

    /** The same with as many decimals as a reader needs: the legal explanation has all of them. */
    public String readable(BigDecimal number, Unite unit) {
        int whole = Math.max(1, number.precision() - number.scale());
        return measure(number.setScale(Math.max(0, DIGITS - whole), RoundingMode.HALF_UP), unit);
    }

    /** Themes of sessions, each once. */
    public String themes(List<String> themes) {
        return String.join(", ", Codes.themes(themes));
    }

    /** Months written YYYY-MM, those that follow each other together. */
    public String spans(List<String> months) {
        return Months.spans(months);
    }

    /** A percentage with at most two decimals, and its sign. */
    public String percent(BigDecimal percentage) {
        return decimal(percentage, 2) + "\u00a0%";
    }

    /** Euros and cents. */
    public String euros(@Nullable BigDecimal amount) {
        return amount == null ? UNKNOWN : FrenchNumbers.amount(amount) + "\u00a0€";
    }

    /** Euros without cents, rounded half up: for what is read at a glance. */
    public String wholeEuros(BigDecimal amount) {
        return number(amount.setScale(0, RoundingMode.HALF_UP)) + "\u00a0€";
    }

    /** Euros and cents of a difference, with a plus where it grows. */
    public String growth(BigDecimal difference) {
        return (difference.signum() > 0 ? "+" : "") + euros(difference);
    }

    /** A month written YYYY-MM. */
    public String month(@Nullable String month) {
        return month == null ? UNKNOWN : YearMonth.parse(month).format(MONTH);
    }

    /** The end of a month written YYYY-MM: « à la fin d’octobre 2017 ». */
    public String atTheEndOf(String month) {
        return Months.atTheEndOf(YearMonth.parse(month));
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? UNKNOWN : day.format(day.getDayOfMonth() == 1 ? FIRST : DAY);
    }

    /** A day of the week, without its year. */
    public String weekday(LocalDate day) {
        return day.format(day.getDayOfMonth() == 1 ? FIRST_WEEKDAY : WEEKDAY);
    }

    /** Minutes since midnight, or a length of time, as hours and minutes. */
    public String hours(long minutes) {
        return "%s\u00a0h\u00a0%02d".formatted(number(minutes / MINUTES_AN_HOUR), minutes % MINUTES_AN_HOUR);
    }

    /** A moment, in Paris. */
    public String moment(@Nullable Instant moment) {
        return moment == null ? UNKNOWN : moment.atZone(Run.FRANCE).format(MOMENT);
    }
}
