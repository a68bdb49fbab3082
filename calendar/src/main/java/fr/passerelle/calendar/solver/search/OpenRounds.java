package fr.passerelle.calendar.solver.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The rounds of all slots while calls that were taken out of them go back in; what one costs there is made a little dearer at random. */
final class OpenRounds {

    private static final double[] NOISE = {0, 0, 0.05, 0.1};
    private static final long UNKNOWN = Long.MIN_VALUE;

    private final RoundRules rules;
    private final PlacedCalls placed;
    private final RoundSketch[] sketches;
    private final WeekWork weeks;
    private final Map<Integer, @Nullable CallPlacement> made = new LinkedHashMap<>();
    private final Map<Integer, long[]> added = new LinkedHashMap<>();
    private final double noise;
    private final Random random;

    OpenRounds(RoundRules rules, PlacedCalls placed, Collection<Integer> out, Random random) {
        this.rules = rules;
        this.placed = placed;
        this.sketches = new RoundSketch[rules.slots()];
        Arrays.setAll(sketches, placed::sketch);
        this.weeks = new WeekWork(rules, sketches);
        this.noise = NOISE[random.nextInt(NOISE.length)];
        this.random = random;
        out.forEach(this::takeOut);
    }

    private void takeOut(int call) {
        made.put(call, null);
        CallPlacement placement = placed.of(call);
        if (placement != null) {
            int mark = rules.mark(call, placement.pattern());
            placement.slots().forEach(slot -> change(slot, sketches[slot].without(mark)));
        }
    }

    void putBack(int call, @Nullable CallPlacement placement) {
        made.put(call, placement);
        if (placement != null) {
            int mark = rules.mark(call, placement.pattern());
            placement.slots().forEach(slot -> change(slot, sketches[slot].with(mark)));
        }
    }

    private void change(int slot, RoundSketch sketch) {
        weeks.change(slot, sketches[slot], sketch);
        sketches[slot] = sketch;
        added.values().forEach(slots -> slots[slot] = UNKNOWN);
    }

    /** What a mark would add to each slot, or {@link RoundSketch#NO_ROOM}. */
    long[] added(int mark) {
        long[] slots = added.computeIfAbsent(mark, it -> unknown());
        for (int slot = 0; slot < slots.length; slot++) {
            if (slots[slot] == UNKNOWN) {
                slots[slot] = added(mark, slot);
            }
        }
        return slots;
    }

    private long[] unknown() {
        long[] slots = new long[sketches.length];
        Arrays.fill(slots, UNKNOWN);
        return slots;
    }

    private long added(int mark, int slot) {
        long road = sketches[slot].added(mark);
        if (road == RoundSketch.NO_ROOM || !weeks.hasRoom(slot, sketches[slot], mark)) {
            return RoundSketch.NO_ROOM;
        }
        return noise == 0 ? road : road + (long) (road * noise * random.nextDouble());
    }

    /** Whether a call may be held by a pattern beside those that are held now. */
    boolean allows(int call, int pattern) {
        return !rules.clashes(call, pattern, this::now);
    }

    private @Nullable CallPlacement now(int call) {
        return made.containsKey(call) ? made.get(call) : placed.of(call);
    }

    /** Placements of the calls that were taken out. */
    Map<Integer, @Nullable CallPlacement> made() {
        return Collections.unmodifiableMap(made);
    }
}
