package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.solver.TourSearch.Cost;
import fr.passerelle.calendar.solver.TourSearch.Pattern;
import fr.passerelle.calendar.solver.TourSearch.Slot;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Rounds of vehicles in a plane: capacity, and the shortest way found from a few beginnings, in millionths of a unit. */
final class EuclideanRounds implements TourSearch.Rules {

    private static final double MILLIONTHS = 1e6;
    private static final int BEGINNINGS = 3;
    private static final int REMEMBERED = 300_000;

    private final CordeauFile file;
    private final RoadTable table;
    private final List<List<Pattern>> patterns;
    private final List<Slot> slots;
    private final Map<BitSet, EuclideanRound> remembered = new HashMap<>();

    EuclideanRounds(CordeauFile file) {
        this.file = file;
        this.table = RoadTable.of(file, MILLIONTHS);
        this.patterns = IntStream.range(0, file.customers().size())
                .mapToObj(call -> file.customers().get(call).patterns().stream()
                        .map(days -> new Pattern(days, days.size(), call))
                        .toList())
                .toList();
        // One worker and one week for all: nobody's work is spread, nor bounded.
        this.slots = IntStream.range(0, file.vehicles() * file.days())
                .mapToObj(slot -> new Slot(slot / file.vehicles(), 0, 0))
                .toList();
    }

    @Override
    public int calls() {
        return file.customers().size();
    }

    @Override
    public List<Pattern> patterns(int call) {
        return patterns.get(call);
    }

    @Override
    public List<Slot> slots() {
        return slots;
    }

    @Override
    public long distance(int call, int other) {
        return table.road(call, other);
    }

    @Override
    public Cost cost(int slot, BitSet calls) {
        EuclideanRound round = round(slot, calls);
        return round.fits() ? new Cost(round.road(), 0) : Cost.FORBIDDEN;
    }

    @Override
    public EuclideanRound round(int slot, BitSet calls) {
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
