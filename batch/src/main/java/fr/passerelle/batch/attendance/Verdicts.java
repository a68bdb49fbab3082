package fr.passerelle.batch.attendance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Lines that are put aside because of others of their room: a pure function of what stands, in the order of import, period, register, id, grain
 * and line. What is put aside comes back when its rival leaves. Of a longer period that is told twice, the first stays where both say the
 * same; where a file contradicts itself, nothing of it stays; a period that overlaps an earlier one, neither containing the other, yields.
 */
final class Verdicts {

    private static final Comparator<Said> ORDER = Comparator.comparingInt(Said::importNo)
            .thenComparingInt(said -> said.value().start())
            .thenComparingInt(said -> said.value().end())
            .thenComparing(said -> said.value().register())
            .thenComparing(said -> said.value().id())
            .thenComparing(said -> said.value().grain().name())
            .thenComparingLong(Said::line)
            .thenComparingInt(Said::ordinal);

    private final Map<Said, Refusal> aside = new IdentityHashMap<>();
    private final IntPredicate adds;

    private record Period(int start, int end, String activity) {

        static Period of(Said said) {
            return new Period(
                    said.value().start(), said.value().end(), said.value().activity());
        }
    }

    private Verdicts(IntPredicate adds) {
        this.adds = adds;
    }

    /**
     * Of what stands of a room; only periods matter, and an observed zero is in nobody's way.
     *
     * @param adds whether the lines that an import tells of one period are to be added up
     */
    static Verdicts of(Collection<Said> standing, IntPredicate adds) {
        Verdicts verdicts = new Verdicts(adds);
        List<Said> periods = standing.stream()
                .filter(said -> said.value().isPeriod() && !said.value().isObservedZero())
                .sorted(ORDER)
                .toList();
        verdicts.doubles(periods);
        verdicts.overlaps(periods);
        return verdicts;
    }

    /** Why a line is put aside; null where it holds. */
    @Nullable
    Refusal of(Said said) {
        return aside.get(said);
    }

    private void doubles(List<Said> periods) {
        Map<Period, List<Said>> told = new HashMap<>();
        periods.stream()
                .filter(said -> !said.value().isOther())
                .forEach(said -> told.computeIfAbsent(Period.of(said), period -> new ArrayList<>(1))
                        .add(said));
        told.values().stream().filter(lines -> lines.size() > 1).forEach(this::settle);
    }

    private void settle(List<Said> lines) {
        Said kept = null;
        for (int from = 0, to; from < lines.size(); from = to) {
            int importNo = lines.get(from).importNo();
            to = from + 1;
            while (to < lines.size() && lines.get(to).importNo() == importNo) {
                to++;
            }
            kept = settle(lines.subList(from, to), kept);
        }
    }

    /** Of one import, once what earlier ones keep of the period is known; answers what is kept now. */
    private @Nullable Said settle(List<Said> lines, @Nullable Said earlier) {
        if (earlier == null && adds.test(lines.getFirst().importNo())) {
            return lines.getFirst();
        }
        Said first = lines.getFirst();
        boolean agree = lines.stream().allMatch(said -> saySame(said, first));
        if (earlier != null) {
            lines.forEach(
                    said -> aside.put(said, saySame(said, earlier) ? Refusal.SAME_PERIOD : Refusal.CONTRADICTION));
            return earlier;
        }
        if (agree) {
            lines.subList(1, lines.size()).forEach(said -> aside.put(said, Refusal.SAME_PERIOD));
            return first;
        }
        lines.forEach(said -> aside.put(said, Refusal.CONTRADICTION));
        return null;
    }

    /** Whether two lines of one period say the same, under whatever id. */
    private static boolean saySame(Said one, Said other) {
        return counts(one.value()).equals(counts(other.value()));
    }

    private static List<Object> counts(Attendance value) {
        return List.of(
                value.etat(),
                value.sessions(),
                value.sessionHours(),
                value.presences(),
                value.personHours(),
                value.registered(),
                value.distinctPeople(),
                value.scolaires());
    }

    private void overlaps(List<Said> periods) {
        if (periods.stream().noneMatch(said -> said.value().mayStraddle())) {
            return;
        }
        Map<String, List<Attendance>> held = new HashMap<>();
        for (Said said : periods) {
            List<Attendance> others = held.computeIfAbsent(said.value().activity(), activity -> new ArrayList<>());
            if (aside.containsKey(said) || said.value().isDay()) {
                continue;
            }
            if (others.stream().anyMatch(other -> straddles(said.value(), other))) {
                aside.put(said, Refusal.OVERLAP);
            } else {
                others.add(said.value());
            }
        }
    }

    private static boolean straddles(Attendance one, Attendance other) {
        return crosses(one, other) || crosses(other, one);
    }

    private static boolean crosses(Attendance first, Attendance second) {
        return first.start() < second.start() && second.start() <= first.end() && first.end() < second.end();
    }
}
