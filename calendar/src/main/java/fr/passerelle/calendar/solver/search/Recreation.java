package fr.passerelle.calendar.solver.search;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Some calls taken out of their slots, then put back one after the other where each adds least: one time in four those first that would
 * lose most by waiting, else in any order.
 */
final class Recreation {

    private final RoundRules rules;
    private final RuinChoice choice;
    private final List<List<Integer>> slots;

    Recreation(RoundRules rules) {
        this.rules = rules;
        this.choice = new RuinChoice(rules);
        this.slots = slotsOfDays(rules);
    }

    static List<List<Integer>> slotsOfDays(RoundRules rules) {
        int days = 1 + IntStream.range(0, rules.slots()).map(rules::day).max().orElse(-1);
        return IntStream.range(0, days)
                .mapToObj(day -> IntStream.range(0, rules.slots())
                        .filter(slot -> rules.day(slot) == day)
                        .boxed()
                        .toList())
                .toList();
    }

    /** New placements of the calls that were taken out; null where nobody holds one. */
    Map<Integer, @Nullable CallPlacement> next(PlacedCalls placed, Random random) {
        List<Integer> out = choice.calls(placed, random);
        OpenRounds rounds = new OpenRounds(rules, placed, out, random);
        boolean byLoss = random.nextInt(4) == 0;
        while (!out.isEmpty()) {
            CallOffers offers = byLoss ? mostToLose(rounds, out) : offers(rounds, out.getLast());
            out.remove((Integer) offers.call());
            rounds.putBack(offers.call(), offers.placement());
        }
        return rounds.made();
    }

    private CallOffers mostToLose(OpenRounds rounds, List<Integer> out) {
        CallOffers most = offers(rounds, out.getFirst());
        for (int call : out.subList(1, out.size())) {
            CallOffers offers = offers(rounds, call);
            most = offers.moreToLoseThan(most) ? offers : most;
        }
        return most;
    }

    private CallOffers offers(OpenRounds rounds, int call) {
        return new CallOffers(rules, slots, rounds, call);
    }
}
