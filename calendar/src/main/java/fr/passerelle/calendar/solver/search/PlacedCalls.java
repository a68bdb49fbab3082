package fr.passerelle.calendar.solver.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where each call is held, and what that makes of each slot. */
final class PlacedCalls {

    private final RoundRules rules;
    private final @Nullable CallPlacement[] placements;
    private final BitSet[] rounds;
    private final @Nullable RoundSketch[] sketches;
    private final @Nullable Optional<RoundCost>[] costs;

    @SuppressWarnings({"unchecked", "rawtypes"})
    PlacedCalls(RoundRules rules) {
        this.rules = rules;
        this.placements = new CallPlacement[rules.calls()];
        this.rounds = new BitSet[rules.slots()];
        Arrays.setAll(rounds, slot -> new BitSet());
        this.sketches = new RoundSketch[rules.slots()];
        this.costs = new Optional[rules.slots()];
    }

    static PlacedCalls of(RoundRules rules, List<@Nullable CallPlacement> placements) {
        PlacedCalls placed = new PlacedCalls(rules);
        for (int call = 0; call < placements.size(); call++) {
            placed.put(call, placements.get(call));
        }
        return placed;
    }

    @Nullable
    CallPlacement of(int call) {
        return placements[call];
    }

    void put(int call, @Nullable CallPlacement placement) {
        turn(call, placements[call]);
        turn(call, placement);
        placements[call] = placement;
    }

    private void turn(int call, @Nullable CallPlacement placement) {
        if (placement != null) {
            for (int slot : placement.slots()) {
                rounds[slot] = (BitSet) rounds[slot].clone();
                rounds[slot].flip(rules.mark(call, placement.pattern()));
                sketches[slot] = null;
                costs[slot] = null;
            }
        }
    }

    BitSet round(int slot) {
        return rounds[slot];
    }

    RoundSketch sketch(int slot) {
        RoundSketch sketch = sketches[slot];
        if (sketch == null) {
            sketch = rules.sketch(slot, rounds[slot]);
            sketches[slot] = sketch;
        }
        return sketch;
    }

    RoundLevels levels() {
        RoundTotals totals = new RoundTotals(rules);
        for (int slot = 0; slot < rounds.length; slot++) {
            Optional<RoundCost> cost = cost(slot);
            if (cost.isEmpty()) {
                return RoundLevels.FORBIDDEN;
            }
            totals.add(slot, cost.get());
        }
        return totals.isTooMuch() || clashes() ? RoundLevels.FORBIDDEN : totals.levels(lost());
    }

    private boolean clashes() {
        return IntStream.range(0, placements.length).anyMatch(call -> {
            CallPlacement placement = placements[call];
            return placement != null && rules.clashes(call, placement.pattern(), this::of);
        });
    }

    private Optional<RoundCost> cost(int slot) {
        Optional<RoundCost> cost = costs[slot];
        if (cost == null) {
            cost = rules.cost(slot, rounds[slot]);
            costs[slot] = cost;
        }
        return cost;
    }

    private long lost() {
        long lost = 0;
        for (int call = 0; call < placements.length; call++) {
            CallPlacement placement = placements[call];
            lost += most(call) - (placement == null ? 0 : rules.worth(call, placement.pattern()));
        }
        return lost;
    }

    private long most(int call) {
        int most = 0;
        for (int pattern = 0; pattern < rules.patterns(call).size(); pattern++) {
            most = Math.max(most, rules.worth(call, pattern));
        }
        return most;
    }
}
