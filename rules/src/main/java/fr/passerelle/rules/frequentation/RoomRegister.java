package fr.passerelle.rules.frequentation;

import fr.passerelle.rules.frequentation.MonthTotals.MonthOfActivity;
import fr.passerelle.rules.frequentation.MonthTotals.Sessions;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.FichierSource;
import fr.passerelle.schemas.event.Grain;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The attendance of one room: its months together, as they are known when it is scored. Immutable. */
public final class RoomRegister {

    private static final String SUPPOSED = "HYPOTHESE";

    private final MonthTotals all;

    /** @param months those of the room, each once, in any order; none where nothing is known */
    public RoomRegister(Collection<MonthTotals> months) {
        this(MonthTotals.none());
        months.forEach(all::addAll);
    }

    private RoomRegister(MonthTotals all) {
        this.all = all;
    }

    /**
     * What if each of these months had one record more, of the month and in an activity that the room has not: another register, which
     * shares with this one all that it does not change. A number below 0 stands for that much less in the month's other records.
     */
    public RoomRegister supposing(Map<YearMonth, AttendanceCounts> more) {
        NavigableMap<Period, Tally> supposed = new TreeMap<>(periods());
        String activity = unusedActivity();
        more.forEach((month, counts) ->
                supposed.put(new Period(month.atDay(1), month.atEndOfMonth(), Grain.MOIS, activity), Tally.of(counts)));
        return new RoomRegister(new MonthTotals(sessions(), supposed, closures(), all.sources()));
    }

    /**
     * What a score needs of it: sessions outside its window, of so many months until the as-of, are left out, which no rule looks at. Ten
     * years of them are five times what a window holds.
     */
    public RoomRegister within(YearMonth asOf, int months) {
        Window window = new Window(asOf, months);
        NavigableMap<MonthOfActivity, Sessions> kept = new TreeMap<>(sessions());
        kept.keySet().removeIf(key -> !window.contains(key.month().atDay(1)));
        return new RoomRegister(new MonthTotals(kept, periods(), closures(), all.sources()));
    }

    private String unusedActivity() {
        Set<String> used = new HashSet<>();
        sessions().keySet().forEach(month -> used.add(month.activity()));
        periods().keySet().forEach(period -> used.add(period.activity()));
        return Stream.iterate(SUPPOSED, activity -> activity + SUPPOSED)
                .filter(activity -> !used.contains(activity))
                .findFirst()
                .orElseThrow();
    }

    /** The files that a window of so many months until the as-of rests on, by hash: those that said first what holds. Controls and closures count too. */
    public List<FichierSource> files(YearMonth asOf, int months) {
        return all.sources().in(new Window(asOf, months));
    }

    NavigableMap<MonthOfActivity, Sessions> sessions() {
        return all.sessions();
    }

    NavigableMap<Period, Tally> periods() {
        return all.periods();
    }

    NavigableSet<Period> closures() {
        return all.closures();
    }
}
