package fr.passerelle.sources.cell;

import fr.passerelle.sources.cell.WeeklySpans.Span;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The opening hours of an ordinary week, told one after the other. What is told twice, or overlaps, is in doubt. */
final class Week {

    private static final int HUNDREDTHS = 100;
    private static final int HOUR = 60;
    static final int DAY = 24 * HOUR;
    private static final int LONGEST = 200;

    private final Set<DayOfWeek> told = EnumSet.noneOf(DayOfWeek.class);
    private final BitSet open = new BitSet();
    private boolean doubtful;

    /** The week that a text tells, in either syntax; null where it is of none. */
    static @Nullable Week read(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        Week week = OsmHours.read(text);
        return week == null ? FrenchHours.read(text) : week;
    }

    /** The days from one to another, round the end of the week where need be; just the one where there is no other. */
    static List<DayOfWeek> days(DayOfWeek first, @Nullable DayOfWeek last) {
        List<DayOfWeek> days = new ArrayList<>(List.of(first));
        DayOfWeek day = first;
        while (last != null && (days.size() == 1 || day != last)) {
            day = day.plus(1);
            days.add(day);
        }
        return days;
    }

    /** These days, of which nothing was told yet, have these hours. */
    void open(List<DayOfWeek> days, List<Span> spans) {
        for (DayOfWeek day : days) {
            doubtful |= !told.add(day);
            spans.forEach(span -> open(day, span));
        }
    }

    /** These days have no hours, whatever was told of them before. */
    void close(List<DayOfWeek> days) {
        told.addAll(days);
        days.forEach(day -> open.clear(minute(day, 0), minute(day, DAY)));
    }

    /** All the week is in doubt. */
    void doubt() {
        doubtful = true;
    }

    /** Hours with at most two decimals; null where they are in doubt, never open, or have more decimals. */
    @Nullable
    BigDecimal hours() {
        int hundredths = open.cardinality() * HUNDREDTHS;
        return doubtful || hundredths == 0 || hundredths % HOUR != 0 ? null : BigDecimal.valueOf(hundredths / HOUR, 2);
    }

    /** The hours of each day that has any, in order; none at all where they are in doubt. */
    SortedMap<DayOfWeek, List<Span>> spans() {
        SortedMap<DayOfWeek, List<Span>> spans = new TreeMap<>();
        for (DayOfWeek day : doubtful ? List.<DayOfWeek>of() : List.of(DayOfWeek.values())) {
            int midnight = minute(day, 0);
            int start = open.nextSetBit(midnight);
            while (start >= 0 && start < midnight + DAY) {
                int end = Math.min(open.nextClearBit(start), midnight + DAY);
                spans.computeIfAbsent(day, it -> new ArrayList<>()).add(new Span(start - midnight, end - midnight));
                start = open.nextSetBit(end);
            }
        }
        return spans;
    }

    private void open(DayOfWeek day, Span span) {
        if (!span.exists()) {
            doubtful = true;
            return;
        }
        int start = minute(day, span.start());
        int end = minute(day, span.end());
        int busy = open.nextSetBit(start);
        doubtful |= busy >= 0 && busy < end;
        open.set(start, end);
    }

    private static int minute(DayOfWeek day, int minute) {
        return (day.getValue() - 1) * DAY + minute;
    }
}
