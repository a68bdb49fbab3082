package fr.passerelle.calendar.solver.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Which calls are taken out together: mostly such as are near each other; else any, those that cost most, or whole rounds. */
final class RuinChoice {

    private static final int FEW = 10;
    private static final int MOST = 30;
    private static final double SHARE = 0.3;

    private final RoundRules rules;
    private final int calls;
    private final int most;
    private final List<List<Integer>> nearest;

    RuinChoice(RoundRules rules) {
        this.rules = rules;
        this.calls = rules.calls();
        this.most = Math.min(calls, Math.clamp((long) (SHARE * calls), FEW, MOST));
        this.nearest = IntStream.range(0, calls)
                .mapToObj(call -> ordered(calls, Comparator.comparingLong(other -> rules.distance(call, other))))
                .toList();
    }

    private static List<Integer> ordered(int calls, Comparator<Integer> order) {
        return IntStream.range(0, calls).boxed().sorted(order).toList();
    }

    /** Each once, in any order, with those that nobody holds. */
    List<Integer> calls(PlacedCalls placed, Random random) {
        int count = 1 + random.nextInt(most);
        Set<Integer> chosen = new LinkedHashSet<>(
                switch (random.nextInt(8)) {
                    case 0 -> random.ints(count, 0, calls).boxed().toList();
                    case 1 -> costly(count, placed, random);
                    case 2 -> rounds(count, placed, random);
                    default -> near(count, random);
                });
        IntStream.range(0, calls).filter(call -> placed.of(call) == null).forEach(chosen::add);
        return shuffled(chosen, random);
    }

    private static List<Integer> shuffled(Set<Integer> calls, Random random) {
        List<Integer> shuffled = new ArrayList<>(calls);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private List<Integer> near(int count, Random random) {
        return nearest.get(random.nextInt(calls)).stream()
                .filter(call -> random.nextInt(4) > 0)
                .limit(count)
                .toList();
    }

    private List<Integer> costly(int count, PlacedCalls placed, Random random) {
        double[] saved = IntStream.range(0, calls)
                .mapToDouble(call -> saved(placed, call) * (0.5 + random.nextDouble()))
                .toArray();
        return ordered(calls, Comparator.comparingDouble(call -> -saved[call])).subList(0, count);
    }

    private long saved(PlacedCalls placed, int call) {
        CallPlacement placement = placed.of(call);
        return placement == null
                ? 0
                : placement.slots().stream()
                        .mapToLong(slot -> placed.sketch(slot).saved(rules.mark(call, placement.pattern())))
                        .sum();
    }

    /** Of calls near each other, until they hold enough. */
    private List<Integer> rounds(int count, PlacedCalls placed, Random random) {
        Set<Integer> chosen = new LinkedHashSet<>();
        for (int call : nearest.get(random.nextInt(calls))) {
            List<Integer> slots = slots(placed, call);
            if (!slots.isEmpty() && chosen.size() < count) {
                placed.round(slots.get(random.nextInt(slots.size()))).stream()
                        .map(rules::call)
                        .forEach(chosen::add);
            }
        }
        return List.copyOf(chosen);
    }

    private static List<Integer> slots(PlacedCalls placed, int call) {
        CallPlacement placement = placed.of(call);
        return placement == null ? List.of() : placement.slots();
    }
}
