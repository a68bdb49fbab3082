package fr.passerelle.batch.attendance;

import fr.passerelle.batch.month.CurrentLines;
import fr.passerelle.batch.month.ImportedLine;
import fr.passerelle.batch.month.ImportedMonth;
import fr.passerelle.batch.month.LineId;
import fr.passerelle.batch.month.LineIdentity;
import fr.passerelle.batch.month.MonthNo;
import fr.passerelle.published.run.WithdrawalCounts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A room folded: what its months were and are, once a run has changed what is said of them. It reads and writes nothing. Months of a room
 * depend on each other only where a week or a free period may straddle another: then all of them have to be given.
 */
final class RoomFold {

    private final int room;
    private final NavigableMap<Integer, MonthImports> months;
    private final List<StagedLine> lines;
    private final IntPredicate adds;
    private final Verdicts before;
    private final Verdicts now;

    /**
     * @param months by month, all those that the run touches
     * @param departures ids that imports say of other months, by month and import
     * @param lines of the room, those that their id alone refuses left out
     * @param adds whether the lines that an import tells of one period are to be added up
     */
    RoomFold(
            int room,
            Map<Integer, MonthImports> months,
            Map<Integer, Map<Integer, Map<LineId, MonthNo>>> departures,
            List<StagedLine> lines,
            IntPredicate adds) {
        this.room = room;
        this.months = new TreeMap<>(months);
        this.lines = lines;
        this.adds = adds;
        departures.forEach((month, imports) -> imports.forEach(month(month)::depart));
        take();
        this.before = verdicts(MonthImports::before);
        this.now = verdicts(MonthImports::now);
    }

    private void take() {
        Map<Integer, NavigableMap<Integer, List<StagedLine>>> byMonth = new HashMap<>();
        Map<MonthOfImport, Map<LineId, MonthNo>> departures = new HashMap<>();
        for (StagedLine line : lines) {
            byMonth.computeIfAbsent(line.month(), month -> new TreeMap<>())
                    .computeIfAbsent(line.said().importNo(), importNo -> new ArrayList<>())
                    .add(line);
            MonthNo from = line.from();
            if (from != null && from.room() == room && from.month() != line.month()) {
                departures
                        .computeIfAbsent(
                                new MonthOfImport(from.month(), line.said().importNo()), at -> new HashMap<>())
                        .put(LineId.of(line.said().value()), new MonthNo(room, line.month()));
            }
        }
        departures.forEach((at, ids) -> month(at.month()).depart(at.importNo(), ids));
        months.values().forEach(MonthImports::withdraw);
        byMonth.forEach((month, imports) -> imports.forEach(month(month)::take));
    }

    private record MonthOfImport(int month, int importNo) {}

    private MonthImports month(int month) {
        return Objects.requireNonNull(months.get(month));
    }

    private Verdicts verdicts(Function<MonthImports, CurrentLines> standing) {
        List<ImportedLine> all = new ArrayList<>();
        months.values().forEach(month -> all.addAll(standing.apply(month).lines()));
        return Verdicts.of(all, adds);
    }

    NavigableMap<Integer, MonthImports> months() {
        return months;
    }

    /** The lines of a month that held before. */
    Collection<ImportedLine> before(int month) {
        return holding(month(month).before(), before);
    }

    /** The lines of a month that hold now. */
    Collection<ImportedLine> now(int month) {
        return holding(month(month).now(), now);
    }

    private static Collection<ImportedLine> holding(CurrentLines standing, Verdicts verdicts) {
        return standing.lines().stream()
                .filter(said -> verdicts.of(said) == null)
                .toList();
    }

    /** The controls that hold now and disagree with the finer lines of their period, among the months that were given. */
    List<ControlGap> gaps() {
        return ControlGaps.among(months.keySet().stream()
                .map(this::now)
                .flatMap(Collection::stream)
                .toList());
    }

    MonthImports.Outcome outcome(StagedLine line) {
        return month(line.month()).outcome(line, now);
    }

    /** What became of the lines that the withdrawn imports said. */
    WithdrawalCounts withdrawn() {
        return months.keySet().stream().map(this::withdrawn).reduce(WithdrawalCounts.NONE, WithdrawalCounts::plus);
    }

    private WithdrawalCounts withdrawn(int month) {
        MonthImports said = month(month);
        List<ImportedMonth> gone = said.withdrawn();
        if (gone.isEmpty()) {
            return WithdrawalCounts.NONE;
        }
        CurrentLines was = said.before();
        Set<LineIdentity> identities = new HashSet<>();
        gone.forEach(saying -> identities.addAll(saying.identities()));
        return identities.stream()
                .map(identity -> withdrawn(was.get(identity), said.now().get(identity)))
                .reduce(WithdrawalCounts.NONE, WithdrawalCounts::plus);
    }

    private WithdrawalCounts withdrawn(@Nullable ImportedLine was, @Nullable ImportedLine is) {
        if (was == null || before.of(was) != null) {
            return WithdrawalCounts.NONE;
        }
        if (is == null) {
            return new WithdrawalCounts(1, 0, 0, 0);
        }
        if (now.of(is) != null) {
            return new WithdrawalCounts(0, 0, 0, 1);
        }
        return is.importNo() > was.importNo() || is.value().equals(was.value())
                ? new WithdrawalCounts(0, 0, 1, 0)
                : new WithdrawalCounts(0, 1, 0, 0);
    }
}
