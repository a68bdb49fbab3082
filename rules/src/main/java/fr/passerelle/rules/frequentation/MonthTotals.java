package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.ReportedLine;
import java.time.YearMonth;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the lines of one month of a room come to, as far as a score needs them: sessions by activity with the days that hold one, sums of
 * longer records by period and activity, closures, files. Only sums are kept, so the order of lines does not matter. Which record is a
 * control, and what a longer one gives to a month, is decided when the room is scored.
 */
public final class MonthTotals {

    private final NavigableMap<MonthOfActivity, Sessions> sessions = new TreeMap<>();
    private final NavigableMap<Period, Tally> periods = new TreeMap<>();
    private final NavigableSet<Period> closures = new TreeSet<>();
    private final Sources sources;

    MonthTotals(Sources sources) {
        this.sources = sources;
    }

    /** Those of a month as the log tells it. */
    public static MonthTotals of(MonthReported month) {
        MonthTotals totals = new MonthTotals(new Sources());
        month.getLines().forEach(line -> totals.add(line, month.getFiles().get(line.getFile())));
        return totals;
    }

    /**
     * What {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException when the bytes are of another version
     */
    public static MonthTotals fromBytes(byte[] bytes) {
        return MonthFormat.read(bytes);
    }

    /** The same lines give the same bytes, in whatever order they came. */
    public byte[] toBytes() {
        return MonthFormat.write(this);
    }

    NavigableMap<MonthOfActivity, Sessions> sessions() {
        return sessions;
    }

    NavigableMap<Period, Tally> periods() {
        return periods;
    }

    NavigableSet<Period> closures() {
        return closures;
    }

    Sources sources() {
        return sources;
    }

    private void add(ReportedLine line, String sha256) {
        Period period = new Period(line.getPeriodStart(), line.getPeriodEnd(), line.getGrain(), line.getActivity());
        add(period, line.getCounts());
        sources.add(sha256, period);
    }

    private void add(Period period, AttendanceCounts counts) {
        if (counts.getEtat() == Etat.FERME) {
            closures.add(period);
        } else if (period.isOneSession()) {
            sessions.computeIfAbsent(
                            new MonthOfActivity(YearMonth.from(period.start()), period.activity()),
                            month -> new Sessions())
                    .add(period.start(), counts);
        } else {
            periods.computeIfAbsent(period, key -> new Tally()).add(counts);
        }
    }
}
