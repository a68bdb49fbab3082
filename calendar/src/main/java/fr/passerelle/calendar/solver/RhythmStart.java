package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.solver.search.CallPlacement;
import fr.passerelle.calendar.solver.search.DayRounds;
import fr.passerelle.calendar.solver.search.TourSearch;
import fr.passerelle.calendar.solver.search.VisitCall;
import fr.passerelle.calendar.solver.search.VisitOption;
import fr.passerelle.schemas.event.Rythme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rhythms that a search by steps finds, for the solver to begin from.
 *
 * @param patterns that may be taken
 */
record RhythmStart(DayTourList tours, List<StopPattern> patterns) {

    private static final int STEPS = 20_000;
    /** Where not all days are listed each step meets days that none has met before: time and memory are theirs. */
    private static final int STEPS_OF_A_LARGE_SECTOR = 1_000;

    private static final int SEED = 23;

    /** The patterns that it takes. */
    List<StopPattern> found() {
        List<List<StopPattern>> calls = calls();
        PatternList list = new PatternList(tours);
        List<VisitCall> visits = calls.stream()
                .map(call -> new VisitCall(
                        call.getFirst().stop(),
                        call.stream()
                                .map(each -> new VisitOption(each.animateur(), each.pattern(), list.worth(each)))
                                .toList()))
                .toList();
        List<@Nullable CallPlacement> placements = TourSearch.improve(
                new DayRounds(tours.question().ordinary(), visits),
                Collections.<@Nullable CallPlacement>nCopies(visits.size(), null),
                tours.isWhole() ? STEPS : STEPS_OF_A_LARGE_SECTOR,
                SEED);
        List<StopPattern> found = new ArrayList<>();
        for (int call = 0; call < calls.size(); call++) {
            CallPlacement placement = placements.get(call);
            if (placement != null) {
                found.add(calls.get(call).get(placement.pattern()));
            }
        }
        return List.copyOf(found);
    }

    /** The patterns that each visit may have; those of published sessions have one each. */
    private List<List<StopPattern>> calls() {
        PatternList list = new PatternList(tours);
        List<List<StopPattern>> calls = new ArrayList<>();
        for (int stop = 0; stop < tours.question().stops().size(); stop++) {
            for (Rythme rythme : Rythme.values()) {
                int place = stop;
                List<StopPattern> own = patterns.stream()
                        .filter(pattern -> pattern.stop() == place && pattern.rythme() == rythme)
                        .toList();
                if (list.isPublished(tours.question().stops().get(stop))) {
                    own.forEach(pattern -> calls.add(List.of(pattern)));
                } else if (!own.isEmpty()) {
                    calls.addAll(Collections.nCopies(list.visits(stop, rythme), own));
                }
            }
        }
        return calls;
    }
}
