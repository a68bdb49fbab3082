package fr.passerelle.calendar.solver.search;

import java.util.Arrays;
import java.util.LongSummaryStatistics;
import java.util.stream.IntStream;

/** What the rounds of all slots add up to. */
final class RoundTotals {

    private final RoundRules rules;
    private final long[] works;
    private final long[] weeks;
    private long road;

    RoundTotals(RoundRules rules) {
        this.rules = rules;
        IntStream slots = IntStream.range(0, rules.slots());
        this.works = new long[1 + slots.map(rules::worker).max().orElse(0)];
        this.weeks = new long[weeks(rules)];
    }

    static int weeks(RoundRules rules) {
        return 1 + IntStream.range(0, rules.slots()).map(rules::week).max().orElse(0);
    }

    void add(int slot, RoundCost cost) {
        road += cost.road();
        works[rules.worker(slot)] += cost.work();
        weeks[rules.week(slot)] += cost.work();
    }

    boolean isTooMuch() {
        return Arrays.stream(weeks).anyMatch(week -> week > rules.mostWork());
    }

    RoundLevels levels(long lost) {
        LongSummaryStatistics spread = Arrays.stream(works).summaryStatistics();
        return new RoundLevels(lost, road, spread.getMax() - spread.getMin());
    }
}
