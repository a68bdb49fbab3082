package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.solver.TourSearch.Placement;
import fr.passerelle.schemas.event.Methode;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.ResolutionTournee;
import fr.passerelle.schemas.event.Rythme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The best rhythms of a sector. */
record RhythmSearch(DayTourList tours) {

    private static final int STEPS = 20_000;
    /** Where not all days are listed each step meets days that none has met before: time and memory are theirs. */
    private static final int STEPS_OF_A_LARGE_SECTOR = 1_000;

    private static final int SEED = 23;

    /** The best of all; none where every étape has a calendar that was published. */
    RhythmAnswer best() {
        PatternList list = new PatternList(tours);
        if (tours.question().stops().stream().allMatch(list::isPublished)) {
            return new RhythmAnswer(
                    tours,
                    new ResolutionTournee(Methode.EXACTE, Preuve.OPTIMAL, List.of(), null),
                    List.of(),
                    Collections.emptySortedMap());
        }
        List<StopPattern> patterns = list.all();
        List<StopPattern> start = start(patterns);
        RhythmModel model = new RhythmModel(tours, patterns, start);
        return RhythmAnswer.of(tours, model, TourLevelSearch.RHYTHMS.best(model.model(), model.holding(start)));
    }

    /** Those that a search by steps finds, for the solver to begin from. */
    private List<StopPattern> start(List<StopPattern> patterns) {
        List<List<StopPattern>> calls = visits(patterns);
        List<@Nullable Placement> placements = TourSearch.find(
                new DayRounds(tours.question().ordinary(), calls, new PatternList(tours)::worth),
                tours.isWhole() ? STEPS : STEPS_OF_A_LARGE_SECTOR,
                SEED);
        List<StopPattern> found = new ArrayList<>();
        for (int call = 0; call < calls.size(); call++) {
            Placement placement = placements.get(call);
            if (placement != null) {
                found.add(calls.get(call).get(placement.pattern()));
            }
        }
        return List.copyOf(found);
    }

    /** The patterns that each visit may have; those of published sessions have one each. */
    private List<List<StopPattern>> visits(List<StopPattern> patterns) {
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
