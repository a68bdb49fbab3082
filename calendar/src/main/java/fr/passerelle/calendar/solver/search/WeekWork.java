package fr.passerelle.calendar.solver.search;

/** What is worked in each week, while rounds change. */
final class WeekWork {

    private final RoundRules rules;
    private final long[] weeks;

    WeekWork(RoundRules rules, RoundSketch[] sketches) {
        this.rules = rules;
        this.weeks = new long[RoundTotals.weeks(rules)];
        for (int slot = 0; slot < sketches.length; slot++) {
            weeks[rules.week(slot)] += sketches[slot].work();
        }
    }

    void change(int slot, RoundSketch before, RoundSketch after) {
        weeks[rules.week(slot)] += after.work() - before.work();
    }

    /** Whether a mark may go into a slot that could take it. */
    boolean hasRoom(int slot, RoundSketch sketch, int mark) {
        return rules.mostWork() == Long.MAX_VALUE
                || weeks[rules.week(slot)] - sketch.work() + sketch.with(mark).work() <= rules.mostWork();
    }
}
