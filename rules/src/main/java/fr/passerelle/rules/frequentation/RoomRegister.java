package fr.passerelle.rules.frequentation;

import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.AttendanceRecorded;
import fr.passerelle.schemas.event.AttendanceWithdrawn;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.FichierSource;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.ReplacedAttendance;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The attendance of one room, folded from its records. Mutable, not thread-safe. Only sums are kept: sessions by month and activity, other
 * records by period and activity, closures. So the order of records does not matter, and a record that is replaced or withdrawn leaves no
 * trace. Which record is a control, and what a longer one gives to a month, is decided when the room is scored.
 */
public final class RoomRegister {

    private static final String SUPPOSED = "HYPOTHESE";

    private final NavigableMap<MonthOfActivity, Sessions> sessions;
    private final NavigableMap<Period, Tally> periods;
    private final NavigableMap<Period, Integer> closures;
    private final Sources sources;

    /** A room that nothing is known of. */
    public RoomRegister() {
        this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new Sources());
    }

    RoomRegister(
            NavigableMap<MonthOfActivity, Sessions> sessions,
            NavigableMap<Period, Tally> periods,
            NavigableMap<Period, Integer> closures,
            Sources sources) {
        this.sessions = sessions;
        this.periods = periods;
        this.closures = closures;
        this.sources = sources;
    }

    /**
     * What {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException when the bytes are of another version
     */
    public static RoomRegister fromBytes(byte[] bytes) {
        return RegisterFormat.read(bytes);
    }

    /** The same content gives the same bytes, whatever it was made from. */
    public byte[] toBytes() {
        return RegisterFormat.write(this);
    }

    /**
     * Takes a record, in place of the one it replaces if any.
     *
     * @throws IllegalStateException when what it replaces was never recorded: the log is broken
     */
    public void record(AttendanceRecorded recorded) {
        ReplacedAttendance replaced = recorded.getReplaces();
        if (replaced != null) {
            remove(replaced, replaced.getFileSha256());
        }
        Period period = new Period(
                recorded.getPeriodStart(), recorded.getPeriodEnd(), recorded.getGrain(), recorded.getActivity());
        add(period, recorded.getCounts());
        sources.add(recorded.getFileSha256(), period);
    }

    /**
     * Takes a record back.
     *
     * @throws IllegalStateException when it was never recorded: the log is broken
     */
    public void withdraw(AttendanceWithdrawn withdrawn) {
        remove(withdrawn.getReplaces(), withdrawn.getFileSha256());
    }

    /**
     * What if each of these months had one record more, of the month and in an activity that the room has not: another register, to be
     * read only, since it shares with this one all that it does not change. A number below 0 stands for that much less in the month's
     * other records.
     */
    public RoomRegister supposing(Map<YearMonth, AttendanceCounts> more) {
        RoomRegister supposed = new RoomRegister(sessions, new TreeMap<>(periods), closures, sources);
        String activity = unusedActivity();
        more.forEach((month, counts) ->
                supposed.add(new Period(month.atDay(1), month.atEndOfMonth(), Grain.MOIS, activity), counts));
        return supposed;
    }

    private String unusedActivity() {
        Set<String> used = new HashSet<>();
        sessions.keySet().forEach(month -> used.add(month.activity()));
        periods.keySet().forEach(period -> used.add(period.activity()));
        return Stream.iterate(SUPPOSED, activity -> activity + SUPPOSED)
                .filter(activity -> !used.contains(activity))
                .findFirst()
                .orElseThrow();
    }

    /** Whether it holds no record at all. */
    public boolean isEmpty() {
        return sessions.isEmpty() && periods.isEmpty() && closures.isEmpty();
    }

    /**
     * The files that the window of a score rests on, by hash: those that said first what holds. Controls and closures count too.
     *
     * @param asOf month that the window ends with
     * @param months its length
     */
    public List<FichierSource> files(YearMonth asOf, int months) {
        return sources.in(new Window(asOf, months));
    }

    Sources sources() {
        return sources;
    }

    NavigableMap<MonthOfActivity, Sessions> sessions() {
        return sessions;
    }

    NavigableMap<Period, Tally> periods() {
        return periods;
    }

    NavigableMap<Period, Integer> closures() {
        return closures;
    }

    private void add(Period period, AttendanceCounts counts) {
        if (counts.getEtat() == Etat.FERME) {
            closures.merge(period, 1, Integer::sum);
        } else if (period.isOneSession()) {
            sessions.computeIfAbsent(MonthOfActivity.of(period), month -> new Sessions())
                    .add(period.start(), counts);
        } else {
            periods.computeIfAbsent(period, key -> new Tally()).add(counts);
        }
    }

    private void remove(ReplacedAttendance replaced, String sha256) {
        Period period = new Period(
                replaced.getPeriodStart(), replaced.getPeriodEnd(), replaced.getGrain(), replaced.getActivity());
        if (replaced.getCounts().getEtat() == Etat.FERME) {
            removeClosure(period);
        } else if (period.isOneSession()) {
            removeSession(period, replaced.getCounts());
        } else {
            removePeriod(period, replaced.getCounts());
        }
        sources.remove(sha256, period);
    }

    private void removeClosure(Period period) {
        int left = known(closures.remove(period), period) - 1;
        if (left > 0) {
            closures.put(period, left);
        }
    }

    private void removeSession(Period period, AttendanceCounts counts) {
        Sessions month = known(sessions.get(MonthOfActivity.of(period)), period);
        month.remove(period.start(), counts);
        if (month.isEmpty()) {
            sessions.remove(MonthOfActivity.of(period));
        }
    }

    private void removePeriod(Period period, AttendanceCounts counts) {
        Tally tally = known(periods.get(period), period);
        tally.remove(counts);
        if (tally.isEmpty()) {
            periods.remove(period);
        }
    }

    private static <T> T known(@Nullable T value, Period period) {
        if (value == null) {
            throw new IllegalStateException("No record to take back over " + period);
        }
        return value;
    }
}
