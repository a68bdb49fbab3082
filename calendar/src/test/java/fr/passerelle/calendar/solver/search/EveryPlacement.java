package fr.passerelle.calendar.solver.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The best levels of a small question, by trying all placements of all calls. */
final class EveryPlacement {

    private final RoundRules rules;
    private final PlacedCalls placed;
    private RoundLevels best = RoundLevels.FORBIDDEN;

    private EveryPlacement(RoundRules rules) {
        this.rules = rules;
        this.placed = new PlacedCalls(rules);
    }

    static RoundLevels best(RoundRules rules) {
        EveryPlacement every = new EveryPlacement(rules);
        every.tryFrom(0);
        return every.best;
    }

    static RoundLevels levels(RoundRules rules, List<@Nullable CallPlacement> placements) {
        return PlacedCalls.of(rules, placements).levels();
    }

    private void tryFrom(int call) {
        if (call == rules.calls()) {
            RoundLevels levels = placed.levels();
            best = Comparator.comparing(RoundLevels::score).compare(levels, best) > 0 ? levels : best;
            return;
        }
        for (CallPlacement placement : placements(call)) {
            placed.put(call, placement);
            tryFrom(call + 1);
        }
        placed.put(call, null);
        tryFrom(call + 1);
    }

    private List<CallPlacement> placements(int call) {
        List<CallPlacement> placements = new ArrayList<>();
        new PlacementRange(rules.patterns(call), Recreation.slotsOfDays(rules))
                .createOriginalIterator()
                .forEachRemaining(placements::add);
        return placements;
    }
}
