package fr.passerelle.sources.workbook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Days and times as texts: {@code 2017-10-31}, with a time only where it is not midnight ({@code 2017-10-31T14:30}), a time of day or a
 * length of time as {@code 14:30}; seconds only where there are some.
 */
final class Moments {

    private static final DateTimeFormatter TO_THE_MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    /** Programs compute with fractions of a day: half past two may be written a billionth of a second early. */
    private static final Duration HALF_A_MILLISECOND = Duration.ofNanos(500_000);

    private Moments() {}

    /** A day, with its time where that is not midnight. */
    static String text(LocalDateTime moment) {
        if (moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return moment.toLocalDate().toString();
        }
        boolean toTheMinute = moment.getSecond() == 0 && moment.getNano() == 0;
        return toTheMinute ? TO_THE_MINUTE.format(moment) : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment);
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
}
