package fr.passerelle.rules.frequentation;

import fr.passerelle.rules.frequentation.RoomWindow.RecentYear;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.bareme.JeuDeRegles.Signalements;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Etat;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where, in the window of a room, what its score flags is to be seen.
 *
 * @param copied the first consecutive months that say the same, in order; empty without COPIED_SAMPLE
 * @param breaks the first month counted on another scale than those before it; empty without STRUCTURAL_BREAK
 */
public record SeriesSigns(List<YearMonth> copied, Optional<YearMonth> breaks) {

    /** Those of the window that ends with the as-of month. */
    public static SeriesSigns of(RoomFacts facts, YearMonth asOf, JeuDeRegles rules) {
        List<MonthFigures> months = RoomWindow.of(
                        facts.room(),
                        facts.register(),
                        null,
                        new Window(asOf, rules.fenetre().months()))
                .months();
        return new SeriesSigns(copied(months, rules.signalements()), broken(months, rules.signalements()));
    }

    /** Whether presences, one month at least, go on on another scale from some month on; months between that are not there are missing. */
    public static boolean isBroken(SortedMap<YearMonth, Integer> presences, Signalements thresholds) {
        return broken(
                        Stream.iterate(presences.firstKey(), month -> month.plusMonths(1))
                                .takeWhile(month -> !month.isAfter(presences.lastKey()))
                                .map(month -> month(month, presences.get(month)))
                                .toList(),
                        thresholds)
                .isPresent();
    }

    private static MonthFigures month(YearMonth month, @Nullable Integer presences) {
        MonthFigures figures = new MonthFigures(month, month.lengthOfMonth());
        figures.add(
                "",
                Tally.of(AttendanceCounts.newBuilder()
                        .setEtat(Etat.OUVERT)
                        .setPresences(presences)
                        .build()));
        return figures;
    }

    /** What the months of a room show beside its score, whatever its indicators (RULES 2). */
    static Set<Flag> flags(RoomWindow room, Signalements thresholds) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (room.isSpread()) {
            flags.add(Flag.SPREAD);
        }
        if (!copied(room.months(), thresholds).isEmpty()) {
            flags.add(Flag.COPIED_SAMPLE);
        }
        if (broken(room.months(), thresholds).isPresent()) {
            flags.add(Flag.STRUCTURAL_BREAK);
        }
        RecentYear recent = RecentYear.of(room);
        if (recent.isThin(thresholds)) {
            flags.add(Flag.RECENT_DATA_THIN);
        }
        if (recent.isSmall(thresholds)) {
            flags.add(Flag.SMALL_NUMBERS);
        }
        return flags;
    }

    /**
     * The first consecutive months, each counted as a whole, with the same presences (RULES 2); empty where none are. Registers that sample
     * one week a quarter copy it to its three months. Small counts repeat by chance, zeros by closure: they are no sign.
     *
     * @param months consecutive, in order
     */
    static List<YearMonth> copied(List<MonthFigures> months, Signalements thresholds) {
        long before = -1;
        int run = 0;
        for (int i = 0; i < months.size(); i++) {
            MonthFigures month = months.get(i);
            long presences = month.isMonthly() ? month.total(Measure.PRESENCES) : -1;
            run = presences >= thresholds.sampleLeast() && presences == before ? run + 1 : 1;
            before = presences;
            if (run == thresholds.sampleMonths()) {
                return months.subList(i + 1 - run, i + 1).stream()
                        .map(MonthFigures::month)
                        .toList();
            }
        }
        return List.of();
    }

    /**
     * The first month such that the medians of the presences of the months before it and of as many from it on differ by the barème's factor
     * (RULES 2); empty where none is: a counter was replaced, a building moved. All of these months must be observed: missing is never zero.
     * Medians that are both under the barème's least are noise.
     *
     * @param months consecutive, in order
     */
    static Optional<YearMonth> broken(List<MonthFigures> months, Signalements thresholds) {
        int side = thresholds.breakMonths();
        return IntStream.rangeClosed(side, months.size() - side)
                .filter(first ->
                        differ(months.subList(first - side, first), months.subList(first, first + side), thresholds))
                .mapToObj(first -> months.get(first).month())
                .findFirst();
    }

    private static boolean differ(List<MonthFigures> before, List<MonthFigures> after, Signalements thresholds) {
        if (!before.stream().allMatch(MonthFigures::isObserved)
                || !after.stream().allMatch(MonthFigures::isObserved)) {
            return false;
        }
        long left = twiceTheMedian(before);
        long right = twiceTheMedian(after);
        long greater = Math.max(left, right);
        return greater >= 2L * thresholds.breakLeast() && greater >= thresholds.breakFactor() * Math.min(left, right);
    }

    /** The median of an even number of values lies between two of them: twice it is a whole number. */
    private static long twiceTheMedian(List<MonthFigures> months) {
        long[] sorted = months.stream()
                .mapToLong(month -> month.total(Measure.PRESENCES))
                .sorted()
                .toArray();
        return sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2];
    }
}
