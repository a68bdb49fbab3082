package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.solver.TourSearch.Cost;
import fr.passerelle.calendar.solver.TourSearch.Pattern;
import fr.passerelle.calendar.solver.TourSearch.Slot;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Rounds of vehicles that each have their driver, whose work is their road and ten units a visit. */
record SharedRounds(EuclideanRounds rounds, List<Slot> slots) implements TourSearch.Rules {

    static SharedRounds of(CordeauFile file) {
        EuclideanRounds rounds = new EuclideanRounds(file);
        return new SharedRounds(
                rounds,
                IntStream.range(0, rounds.slots().size())
                        .mapToObj(slot -> new Slot(rounds.slots().get(slot).day(), slot % file.vehicles(), 0))
                        .toList());
    }

    @Override
    public int calls() {
        return rounds.calls();
    }

    @Override
    public List<Pattern> patterns(int call) {
        return rounds.patterns(call);
    }

    @Override
    public Cost cost(int slot, BitSet calls) {
        Cost cost = rounds.cost(slot, calls);
        return cost.equals(Cost.FORBIDDEN)
                ? cost
                : new Cost(cost.road(), cost.road() + 10_000_000L * calls.cardinality());
    }

    @Override
    public long distance(int call, int other) {
        return rounds.distance(call, other);
    }
}
