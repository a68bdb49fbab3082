package fr.passerelle.calendar.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The days that a calendar speaks of.
 *
 * @param from a Monday
 * @param earliest first day to which a session may be added or moved; what was announced of a day before it has been
 * @param weeks a multiple of four
 * @param publicHolidays days on which nothing is held
 * @param schoolHolidays those of zone B
 */
public record TourDates(
        LocalDate from, LocalDate earliest, int weeks, Set<LocalDate> publicHolidays, List<DateSpan> schoolHolidays) {

    /** Weeks of a cycle: n sessions a month are n in as many weeks. */
    public static final int CYCLE = 4;

    /** @throws IllegalArgumentException when it begins on another day, or is not made of whole cycles */
    public TourDates {
        if (from.getDayOfWeek() != DayOfWeek.MONDAY || weeks <= 0 || weeks % CYCLE != 0) {
            throw new IllegalArgumentException(weeks + " weeks from " + from);
        }
    }

    /** Those of which none has been. */
    public TourDates(LocalDate from, int weeks, Set<LocalDate> publicHolidays, List<DateSpan> schoolHolidays) {
        this(from, from, weeks, publicHolidays, schoolHolidays);
    }

    /** The same where sessions may be added from another day on. */
    public TourDates since(LocalDate other) {
        return new TourDates(from, other, weeks, publicHolidays, schoolHolidays);
    }

    /** The same with other public holidays. */
    public TourDates with(Set<LocalDate> others) {
        return new TourDates(from, earliest, weeks, others, schoolHolidays);
    }

    /** The Monday of each cycle. */
    public List<LocalDate> cycles() {
        return Stream.iterate(from, monday -> monday.plusWeeks(CYCLE))
                .limit(weeks / CYCLE)
                .toList();
    }

    /** The days of a cycle on which a session may be held, Sundays and public holidays left out. */
    public List<LocalDate> days(LocalDate cycle) {
        return cycle.datesUntil(cycle.plusWeeks(CYCLE)).filter(this::isWorked).toList();
    }

    /** The Monday of the cycle of a day. */
    public LocalDate cycle(LocalDate date) {
        return from.plusWeeks(Math.floorDiv(ChronoUnit.WEEKS.between(from, monday(date)), (long) CYCLE) * CYCLE);
    }

    /** The Monday of the week of a day. */
    public static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The last day. */
    public LocalDate last() {
        return from.plusWeeks(weeks).minusDays(1);
    }

    /** Whether a day has been: nothing is added to it. */
    public boolean hasBeen(LocalDate date) {
        return date.isBefore(earliest);
    }

    /** Whether a session may be held on a day, whatever the place. */
    public boolean isWorked(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SUNDAY && !publicHolidays.contains(date);
    }

    /** Whether an étape has sessions on a day, as far as holidays go. */
    public boolean allows(TourStop stop, LocalDate date) {
        return isWorked(date) && (stop.inHolidays() || !DateSpan.any(schoolHolidays, date));
    }

    /** Days that follow each other, both ends included. */
    public record DateSpan(LocalDate first, LocalDate last) {

        /** @throws IllegalArgumentException when it ends before it begins */
        public DateSpan {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("From " + first + " to " + last);
            }
        }

        /** Whether one of several holds a day. */
        public static boolean any(Collection<DateSpan> spans, LocalDate date) {
            return spans.stream().anyMatch(span -> span.holds(date));
        }

        /** Whether a day is one of them. */
        public boolean holds(LocalDate date) {
            return !date.isBefore(first) && !date.isAfter(last);
        }
    }

    /** Part of a day, in minutes from midnight; its end is the minute after its last. */
    public record MinuteSpan(int start, int end) {

        /** @throws IllegalArgumentException when it ends before it starts */
        public MinuteSpan {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("From " + start + " to " + end);
            }
        }

        /** Whether all of another lies in it. */
        public boolean holds(MinuteSpan other) {
            return start <= other.start && other.end <= end;
        }

        /** Whether they share a minute. */
        public boolean overlaps(MinuteSpan other) {
            return start < other.end && other.start < end;
        }
    }
}
