package fr.passerelle.sources.workbook;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days and times as texts: {@code 2017-10-31}, with a time only where it is not midnight ({@code 2017-10-31T14:30}), a time of day or a
 * length of time as {@code 14:30}; seconds only where there are some. Numbers and yes or no as people write them, never {@code 5419.0} nor
 * {@code 1.0E7}, whatever the workbook holds.
 */
final class Moments {
    private static final Pattern FORM = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final int MAX_LENGTH = 400;

    /** With so many digits a decimal number and the nearest double say the same. */
    private static final int EXACT_DIGITS = 15;

    /** Programs compute with fractions of a day: half past two may be written a billionth of a second early. */
    private static final Duration HALF_A_MILLISECOND = Duration.ofNanos(500_000);

    private Moments() {}

    static String text(LocalDateTime moment) {
        if (moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return moment.toLocalDate().toString();
        }
        boolean toTheMinute = moment.getSecond() == 0 && moment.getNano() == 0;
        return toTheMinute ? moment.toString() : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment);
    }

    /** A length of time, or a time of day as the length since midnight. */
    static String text(Duration length) {
        Duration absolute = length.abs();
        String text =
                (length.isNegative() ? "-" : "") + "%02d:%02d".formatted(absolute.toHours(), absolute.toMinutesPart());
        if (absolute.toSecondsPart() == 0 && absolute.toMillisPart() == 0) {
            return text;
        }
        String seconds = text + ":%02d".formatted(absolute.toSecondsPart());
        return absolute.toMillisPart() == 0 ? seconds : seconds + ".%03d".formatted(absolute.toMillisPart());
    }

    /** A day or a moment written in the ISO form, without a zone; null when it is none. */
    static @Nullable String iso(String written) {
        try {
            return written.indexOf('T') < 0
                    ? LocalDate.parse(written).toString()
                    : text(LocalDateTime.parse(
                                    written.endsWith("Z") ? written.substring(0, written.length() - 1) : written)
                            .plus(HALF_A_MILLISECOND)
                            .truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    /** A length of time written in the ISO form, {@code PT14H30M00S}; null when it is none. */
    static @Nullable String isoLength(String written) {
        try {
            Duration length = Duration.parse(written.replace(',', '.'));
            Duration absolute = length.abs().plus(HALF_A_MILLISECOND).truncatedTo(ChronoUnit.MILLIS);
            return text(length.isNegative() ? absolute.negated() : absolute);
        } catch (DateTimeException | ArithmeticException notALength) {
            return null;
        }
    }

    /** The shortest decimal number that is the same double; a whole number keeps all its digits. Null when it is not a number. */
    static @Nullable String number(String written) {
        if (isPlainWhole(written)) {
            return written;
        }
        if (written.length() > MAX_LENGTH || !FORM.matcher(written).matches()) {
            return null;
        }
        BigDecimal exact = new BigDecimal(written);
        boolean whole = exact.signum() == 0 || exact.stripTrailingZeros().scale() <= 0;
        if (whole || exact.precision() <= EXACT_DIGITS) {
            return plain(exact);
        }
        double value = Double.parseDouble(written);
        return Double.isFinite(value) ? plain(new BigDecimal(Double.toString(value))) : null;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static boolean isPlainWhole(String written) {
        int start = written.startsWith("-") ? 1 : 0;
        if (written.length() <= start
                || written.length() > MAX_LENGTH
                || written.charAt(start) == '0' && written.length() > 1) {
            return false;
        }
        return written.chars().skip(start).allMatch(c -> c >= '0' && c <= '9');
    }

    static @Nullable String yesNo(@Nullable String value) {
        return switch (value == null ? "" : value) {
            case "1", "true" -> "oui";
            case "0", "false" -> "non";
            default -> null;
        };
    }
}
