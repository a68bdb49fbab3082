package fr.passerelle.calendar.solver.search;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A periodic question, as the search sees it: calls that come back by one of their patterns, and slots on each day that hold them. Each
 * answer is a pure function of its arguments; a set that is handed over is not changed afterwards by either side.
 */
public interface RoundRules {

    /** Calls, numbered from 0. */
    int calls();

    /** Slots, numbered from 0. */
    int slots();

    /** The day of a slot, from 0. */
    int day(int slot);

    /** Who has a slot, from 0: their work is added up. */
    int worker(int slot);

    /** The days of each pattern of a call, in order. */
    List<List<Integer>> patterns(int call);

    /** Sessions that stand where a pattern is held: what is lost where the call is not. */
    int worth(int call, int pattern);

    /** How a call that is held by a pattern stands in a round: by its own number, unless the round has to know more, such as a half of the day. */
    default int mark(int call, int pattern) {
        return call;
    }

    /** The call of a mark. */
    default int call(int mark) {
        return mark;
    }

    /** What a round costs at best, nothing without a mark; empty where the slot may not hold those marks together. */
    Optional<RoundCost> cost(int slot, BitSet marks);

    /** A round, to try marks in and out of it: by {@link #cost} itself, unless the rules know something cheaper. */
    default RoundSketch sketch(int slot, BitSet marks) {
        return new ExactSketch(this, slot, marks);
    }

    /** Other calls with which one may clash. */
    default List<Integer> rivals(int call) {
        return List.of();
    }

    /** Whether a call may not be held by a pattern while a rival is by another. */
    default boolean clash(int call, int pattern, int rival, int other) {
        return false;
    }

    /** Whether a call may not be held by a pattern while its rivals are as they are. */
    default boolean clashes(int call, int pattern, IntFunction<@Nullable CallPlacement> held) {
        return rivals(call).stream().anyMatch(rival -> {
            CallPlacement other = held.apply(rival);
            return other != null && clash(call, pattern, rival, other.pattern());
        });
    }

    /** Slots of the same week, from 0, share what may be worked in it. */
    default int week(int slot) {
        return 0;
    }

    /** The most work of a week. */
    default long mostWork() {
        return Long.MAX_VALUE;
    }

    /** How near two calls are: the nearer, the more they are taken out together. */
    long distance(int call, int other);
}
