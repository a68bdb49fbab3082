package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.ControlGaps.ControlGap;
import fr.passerelle.batch.attendance.ImportedMonth.ImportedLine;
import fr.passerelle.batch.attendance.LineIdentity.LineId;
import fr.passerelle.batch.attendance.StagedLines.StagedLine;
import fr.passerelle.batch.attendance.Verdicts.LineRefusal;
import fr.passerelle.published.run.RunCounts.WithdrawalCounts;
import fr.passerelle.schemas.event.Etat;
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
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
     * Folds all months that the run touches; {@code departures} are ids that imports say of other months, by month and import. Of the
     * lines those are left out that their id alone refuses; an import may add up those of one period.
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
        depart(departures);
        take();
        this.before = verdicts(MonthImports::before);
        this.now = verdicts(MonthImports::now);
    }

    private void depart(Map<Integer, Map<Integer, Map<LineId, MonthNo>>> departures) {
        departures.forEach((month, imports) -> imports.forEach(month(month)::depart));
    }

    private void take() {
        Map<Integer, NavigableMap<Integer, List<StagedLine>>> byMonth = new HashMap<>();
        Map<Integer, Map<Integer, Map<LineId, MonthNo>>> departures = new HashMap<>();
        for (StagedLine line : lines) {
            byMonth.computeIfAbsent(line.month(), month -> new TreeMap<>())
                    .computeIfAbsent(line.said().importNo(), importNo -> new ArrayList<>())
                    .add(line);
            MonthNo from = line.from();
            if (from != null && from.room() == room && from.month() != line.month()) {
                departures
                        .computeIfAbsent(from.month(), month -> new HashMap<>())
                        .computeIfAbsent(line.said().importNo(), importNo -> new HashMap<>())
                        .put(LineId.of(line.value()), new MonthNo(room, line.month()));
            }
        }
        depart(departures);
        months.values().forEach(MonthImports::withdraw);
        byMonth.forEach((month, imports) -> imports.forEach(month(month)::take));
    }

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
        return months.values().stream()
                .flatMap(said -> said.withdrawn().stream()
                        .flatMap(saying -> saying.identities().stream())
                        .distinct()
                        .map(identity -> withdrawn(
                                said.before().get(identity), said.now().get(identity))))
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

    /** A room folded with those of its lines that may enter it, in the order given, and the other lines. It reads and writes nothing. */
    record RoomOutcomes(RoomFold fold, List<StagedLine> entered, List<Exclusion> exclusions) {

        /** A line that does not enter the room: its id refuses it, or its month would be too large. */
        record Exclusion(StagedLine line, LineRefusal why) {}

        /** Folds a room with those of its lines that may enter it, none of them of a month that is too large for a record of the log. */
        static RoomOutcomes of(
                List<StagedLine> lines,
                Function<List<StagedLine>, RoomFold> folding,
                BiPredicate<RoomFold, Integer> tooLarge) {
            RoomOutcomes all = of(lines, List.of(), StagedLine::refused, folding);
            Set<Integer> months = all.fold.months().keySet().stream()
                    .filter(month -> tooLarge.test(all.fold, month))
                    .collect(Collectors.toSet());
            return months.isEmpty()
                    ? all
                    : of(
                            all.entered,
                            all.exclusions,
                            line -> months.contains(line.month()) ? LineRefusal.TOO_LARGE : null,
                            folding);
        }

        private static RoomOutcomes of(
                List<StagedLine> lines,
                List<Exclusion> excluded,
                Function<StagedLine, @Nullable LineRefusal> refusal,
                Function<List<StagedLine>, RoomFold> folding) {
            List<StagedLine> entered = new ArrayList<>();
            List<Exclusion> exclusions = new ArrayList<>(excluded);
            for (StagedLine line : lines) {
                LineRefusal why = refusal.apply(line);
                if (why == null) {
                    entered.add(line);
                } else {
                    exclusions.add(new Exclusion(line, why));
                }
            }
            return new RoomOutcomes(folding.apply(entered), entered, exclusions);
        }

        /**
         * Sessions that say the same as another of their file in every column, none of them numbered, each after the first: two groups that
         * came, or one row that was copied. Nothing in the file tells which: they are taken, and counted.
         */
        List<StagedLine> possibleDoubles() {
            Map<Integer, Set<Attendance>> told = new HashMap<>();
            return bareSessions()
                    .filter(line -> !told.computeIfAbsent(line.said().importNo(), none -> new HashSet<>())
                            .add(line.value()))
                    .toList();
        }

        /**
         * Each that says of its room, day and activity other counts than an earlier one, or that the room was closed that day, or open. Two of
         * activities without a code are of two activities.
         */
        List<StagedLine> contradictions() {
            Map<List<Integer>, Etat> states = new HashMap<>();
            Map<List<Object>, Attendance> sessions = new HashMap<>();
            return bareSessions()
                    .filter(line -> {
                        Attendance value = line.value();
                        int importNo = line.said().importNo();
                        Etat state = states.computeIfAbsent(List.of(importNo, value.start()), day -> value.etat());
                        List<Object> session = List.of(importNo, value.start(), value.activity());
                        Attendance first = value.isOther() ? value : sessions.computeIfAbsent(session, none -> value);
                        return state != value.etat() || !first.equals(value);
                    })
                    .toList();
        }

        private Stream<StagedLine> bareSessions() {
            return entered.stream()
                    .filter(line ->
                            !line.value().isPeriod() && line.value().id().isEmpty());
        }
    }
}
