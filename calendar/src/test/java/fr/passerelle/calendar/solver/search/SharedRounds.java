package fr.passerelle.calendar.solver.search;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Rounds of vehicles that each have their driver, whose work is their road and ten units a visit. */
record SharedRounds(EuclideanRounds rounds, int vehicles) implements RoundRules {

    static SharedRounds of(CordeauFile file) {
        return new SharedRounds(new EuclideanRounds(file), file.vehicles());
    }

    @Override
    public int calls() {
        return rounds.calls();
    }

    @Override
    public int slots() {
        return rounds.slots();
    }

    @Override
    public int day(int slot) {
        return rounds.day(slot);
    }

    @Override
    public int worker(int slot) {
        return slot % vehicles;
    }

    @Override
    public List<List<Integer>> patterns(int call) {
        return rounds.patterns(call);
    }

    @Override
    public int worth(int call, int pattern) {
        return rounds.worth(call, pattern);
    }

    @Override
    public Optional<RoundCost> cost(int slot, BitSet calls) {
        return rounds.cost(slot, calls)
                .map(cost -> new RoundCost(cost.road(), cost.road() + 10_000_000L * calls.cardinality()));
    }

    @Override
    public long distance(int call, int other) {
        return rounds.distance(call, other);
    }
}
