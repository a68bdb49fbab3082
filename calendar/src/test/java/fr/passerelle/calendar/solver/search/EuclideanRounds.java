package fr.passerelle.calendar.solver.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Rounds of vehicles in a plane: capacity, and the shortest way found from a few beginnings, in millionths of a unit. */
final class EuclideanRounds implements RoundRules {

    private static final double MILLIONTHS = 1e6;
    private static final int BEGINNINGS = 3;
    private static final int REMEMBERED = 300_000;

    private final CordeauFile file;
    private final RoadTable table;
    private final Map<BitSet, EuclideanRound> remembered = new HashMap<>();

    EuclideanRounds(CordeauFile file) {
        this.file = file;
        this.table = RoadTable.of(file, MILLIONTHS);
    }

    @Override
    public int calls() {
        return file.customers().size();
    }

    @Override
    public int slots() {
        return file.vehicles() * file.days();
    }

    @Override
    public int day(int slot) {
        return slot / file.vehicles();
    }

    /** One for all: nobody's work is spread. */
    @Override
    public int worker(int slot) {
        return 0;
    }

    @Override
    public List<List<Integer>> patterns(int call) {
        return file.customers().get(call).patterns();
    }

    @Override
    public int worth(int call, int pattern) {
        return patterns(call).get(pattern).size();
    }

    @Override
    public long distance(int call, int other) {
        return table.road(call, other);
    }

    @Override
    public Optional<RoundCost> cost(int slot, BitSet calls) {
        EuclideanRound round = sketch(slot, calls);
        return round.fits() ? Optional.of(new RoundCost(round.road(), 0)) : Optional.empty();
    }

    @Override
    public EuclideanRound sketch(int slot, BitSet calls) {
        EuclideanRound known = remembered.get(calls);
        if (known == null) {
            known = shortest(calls.stream().toArray());
            if (remembered.size() == REMEMBERED) {
                remembered.clear();
            }
            remembered.put(calls, known);
        }
        return known;
    }

    private EuclideanRound shortest(int[] calls) {
        EuclideanRound shortest = EuclideanRound.empty(table);
        for (int beginning = 0; beginning < Math.min(BEGINNINGS, calls.length); beginning++) {
            EuclideanRound round =
                    inserted(calls, beginning * calls.length / BEGINNINGS).shortened();
            shortest = beginning == 0 || round.road() < shortest.road() ? round : shortest;
        }
        return shortest;
    }

    /** Each call where it adds least, that which adds least first. */
    private EuclideanRound inserted(int[] calls, int first) {
        EuclideanRound round = EuclideanRound.empty(table).with(calls[first]);
        List<Integer> left = new ArrayList<>(IntStream.of(calls).boxed().toList());
        left.remove(first);
        while (!left.isEmpty()) {
            int next = cheapest(round, left);
            round = round.with(left.get(next));
            left.set(next, left.getLast());
            left.removeLast();
        }
        return round;
    }

    private static int cheapest(EuclideanRound round, List<Integer> left) {
        int cheapest = 0;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < left.size(); i++) {
            long detour = round.detour(left.get(i));
            if (detour < least) {
                least = detour;
                cheapest = i;
            }
        }
        return cheapest;
    }
}
