package fr.passerelle.calendar.solver.search;

import java.util.BitSet;

/** A round whose every change is told by the rules themselves. */
record ExactSketch(RoundRules rules, int slot, BitSet marks) implements RoundSketch {

    @Override
    public long added(int mark) {
        return rules.cost(slot, turned(mark))
                .map(cost -> cost.road() - road(marks))
                .orElse(NO_ROOM);
    }

    @Override
    public long saved(int mark) {
        return road(marks) - road(turned(mark));
    }

    @Override
    public long work() {
        return rules.cost(slot, marks).map(RoundCost::work).orElse(0L);
    }

    @Override
    public RoundSketch with(int mark) {
        return new ExactSketch(rules, slot, turned(mark));
    }

    @Override
    public RoundSketch without(int mark) {
        return new ExactSketch(rules, slot, turned(mark));
    }

    private long road(BitSet round) {
        return rules.cost(slot, round).map(RoundCost::road).orElse(0L);
    }

    private BitSet turned(int mark) {
        BitSet round = (BitSet) marks.clone();
        round.flip(mark);
        return round;
    }
}
