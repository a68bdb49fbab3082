package fr.passerelle.calendar.solver;

import java.util.stream.IntStream;

/** A round in its order, from the depot and back. */
record EuclideanRound(RoadTable table, int[] order, double load, long road) implements TourSearch.Round {

    private static final double ROUNDING = 1e-9;

    static EuclideanRound empty(RoadTable table) {
        return new EuclideanRound(table, new int[0], 0, 0);
    }

    boolean fits() {
        return load <= table.capacity() + ROUNDING;
    }

    @Override
    public long added(int call) {
        return load + table.demands()[call] > table.capacity() + ROUNDING ? TourSearch.NO_ROOM : detour(call);
    }

    /** What a call adds to the road where it adds least, whatever the vehicle may load. */
    long detour(int call) {
        long least = Long.MAX_VALUE;
        for (int at = 0; at <= order.length; at++) {
            least = Math.min(least, table.detour(stop(at - 1), call, stop(at)));
        }
        return least;
    }

    @Override
    public long saved(int call) {
        int at = at(call);
        return table.detour(stop(at - 1), call, stop(at + 1));
    }

    @Override
    public long work() {
        return 0;
    }

    @Override
    public EuclideanRound with(int call) {
        int best = 0;
        for (int at = 1; at <= order.length; at++) {
            if (table.detour(stop(at - 1), call, stop(at)) < table.detour(stop(best - 1), call, stop(best))) {
                best = at;
            }
        }
        int[] longer = new int[order.length + 1];
        System.arraycopy(order, 0, longer, 0, best);
        longer[best] = call;
        System.arraycopy(order, best, longer, best + 1, order.length - best);
        long added = table.detour(stop(best - 1), call, stop(best));
        return new EuclideanRound(table, longer, load + table.demands()[call], road + added);
    }

    @Override
    public EuclideanRound without(int call) {
        int at = at(call);
        int[] shorter = new int[order.length - 1];
        System.arraycopy(order, 0, shorter, 0, at);
        System.arraycopy(order, at + 1, shorter, at, shorter.length - at);
        return new EuclideanRound(table, shorter, load - table.demands()[call], road - saved(call));
    }

    EuclideanRound shortened() {
        int[] shorter = ShortWay.shortened(table, order);
        return new EuclideanRound(table, shorter, load, ShortWay.length(table, shorter));
    }

    private int stop(int at) {
        return at < 0 || at >= order.length ? table.depot() : order[at];
    }

    private int at(int call) {
        return IntStream.range(0, order.length)
                .filter(at -> order[at] == call)
                .findFirst()
                .orElseThrow();
    }
}
