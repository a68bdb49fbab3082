package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.solver.TourSearch.Levels;
import fr.passerelle.calendar.solver.TourSearch.Placement;
import fr.passerelle.calendar.solver.TourSearch.Rules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The best levels of a small question, by trying all placements of all calls. */
final class EveryPlacement {

    private final Rules rules;
    private final TourSearch.Answer answer;
    private Levels best = Levels.FORBIDDEN;

    private EveryPlacement(Rules rules) {
        this.rules = rules;
        this.answer = new TourSearch.Answer(rules, Collections.nCopies(rules.calls(), null));
    }

    static Levels best(Rules rules) {
        EveryPlacement every = new EveryPlacement(rules);
        every.tryFrom(0);
        return every.best;
    }

    static Levels levels(Rules rules, List<@Nullable Placement> placements) {
        return new TourSearch.Answer(rules, placements).levels();
    }

    private void tryFrom(int call) {
        if (call == rules.calls()) {
            Levels levels = answer.levels();
            best = levels.compareTo(best) < 0 ? levels : best;
            return;
        }
        for (Placement placement : placements(call)) {
            answer.put(call, placement);
            tryFrom(call + 1);
        }
        answer.put(call, null);
        tryFrom(call + 1);
    }

    private List<Placement> placements(int call) {
        List<List<Integer>> slotsOfDays = TourSearch.slotsOfDays(rules.slots());
        List<Placement> all = new ArrayList<>();
        for (int pattern = 0; pattern < rules.patterns(call).size(); pattern++) {
            int number = pattern;
            slots(slotsOfDays, rules.patterns(call).get(pattern).days())
                    .forEach(slots -> all.add(new Placement(number, slots)));
        }
        return all;
    }

    /** Every way to give each of some days one of its slots. */
    private static Stream<List<Integer>> slots(List<List<Integer>> slotsOfDays, List<Integer> days) {
        Stream<List<Integer>> all = Stream.of(List.of());
        for (int day : days) {
            all = all.flatMap(before -> slotsOfDays.get(day).stream()
                    .map(slot -> Stream.concat(before.stream(), Stream.of(slot)).toList()));
        }
        return all;
    }
}
