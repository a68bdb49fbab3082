package fr.passerelle.calendar.solver.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The best way to hold a call that is out, and the next best: another pattern, or another slot of one day. */
final class CallOffers {

    private static final int NOWHERE = -1;

    private final RoundRules rules;
    private final List<List<Integer>> slotsOfDays;
    private final OpenRounds rounds;
    private final int call;
    private CallOffer best = CallOffer.NOBODY;
    private CallOffer next = CallOffer.NOBODY;

    CallOffers(RoundRules rules, List<List<Integer>> slotsOfDays, OpenRounds rounds, int call) {
        this.rules = rules;
        this.slotsOfDays = slotsOfDays;
        this.rounds = rounds;
        this.call = call;
        for (int pattern = 0; pattern < rules.patterns(call).size(); pattern++) {
            if (rounds.allows(call, pattern)) {
                consider(pattern);
            }
        }
    }

    private void consider(int pattern) {
        long[] added = rounds.added(rules.mark(call, pattern));
        long worth = rules.worth(call, pattern);
        long road = 0;
        long other = RoundSketch.NO_ROOM;
        for (int day : rules.patterns(call).get(pattern)) {
            int slot = cheapest(added, day, NOWHERE);
            if (slot == NOWHERE) {
                return;
            }
            int second = cheapest(added, day, slot);
            road += added[slot];
            other = second == NOWHERE ? other : Math.min(other, added[second] - added[slot]);
        }
        take(new CallOffer(pattern, worth, road));
        if (other != RoundSketch.NO_ROOM) {
            take(new CallOffer(pattern, worth, road + other));
        }
    }

    private int cheapest(long[] added, int day, int except) {
        int cheapest = NOWHERE;
        for (int slot : slotsOfDays.get(day)) {
            if (slot != except
                    && added[slot] != RoundSketch.NO_ROOM
                    && (cheapest == NOWHERE || added[slot] < added[cheapest])) {
                cheapest = slot;
            }
        }
        return cheapest;
    }

    private void take(CallOffer offer) {
        if (offer.betterThan(best)) {
            next = best;
            best = offer;
        } else if (offer.betterThan(next)) {
            next = offer;
        }
    }

    int call() {
        return call;
    }

    /** By the best way; null where there is none. */
    @Nullable
    CallPlacement placement() {
        if (best.pattern() < 0) {
            return null;
        }
        long[] added = rounds.added(rules.mark(call, best.pattern()));
        List<Integer> slots = new ArrayList<>();
        for (int day : rules.patterns(call).get(best.pattern())) {
            slots.add(cheapest(added, day, NOWHERE));
        }
        return new CallPlacement(best.pattern(), slots);
    }

    /** Whether more is lost by waiting: sessions, then road. A call without any way has nothing to lose. */
    boolean moreToLoseThan(CallOffers other) {
        long worth = best.worth() - next.worth() - other.best.worth() + other.next.worth();
        return worth > 0 || worth == 0 && next.road() - best.road() > other.next.road() - other.best.road();
    }
}
