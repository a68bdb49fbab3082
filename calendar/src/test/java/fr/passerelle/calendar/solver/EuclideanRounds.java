package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.solver.TourSearch.Cost;
import fr.passerelle.calendar.solver.TourSearch.Pattern;
import fr.passerelle.calendar.solver.TourSearch.Slot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Scanner;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** A way from the depot and back, shortened until neither turning a part of it around nor moving up to three stops makes it shorter. */
    private static final class ShortWay {

        private static final int LONGEST_PART = 3;

        private final RoadTable table;
        private final int[] way;

        private ShortWay(RoadTable table, int[] order) {
            this.table = table;
            this.way = new int[order.length + 2];
            Arrays.fill(way, table.depot());
            System.arraycopy(order, 0, way, 1, order.length);
        }

        static long length(RoadTable table, int[] order) {
            long length = 0;
            int last = table.depot();
            for (int next : order) {
                length += table.road(last, next);
                last = next;
            }
            return length + table.road(last, table.depot());
        }

        static int[] shortened(RoadTable table, int[] order) {
            ShortWay shorter = new ShortWay(table, order);
            boolean still = true;
            while (still) {
                still = shorter.turnedAnyPart() || shorter.movedAnyPart();
            }
            return Arrays.copyOfRange(shorter.way, 1, order.length + 1);
        }

        private boolean turnedAnyPart() {
            boolean any = false;
            for (int from = 1; from < way.length - 2; from++) {
                for (int to = from + 1; to < way.length - 1; to++) {
                    any |= turned(from, to);
                }
            }
            return any;
        }

        private boolean turned(int from, int to) {
            boolean shorter = road(from - 1, to) + road(from, to + 1) < road(from - 1, from) + road(to, to + 1);
            if (shorter) {
                reverse(from, to);
            }
            return shorter;
        }

        private boolean movedAnyPart() {
            for (int size = 1; size <= LONGEST_PART; size++) {
                for (int from = 1; from + size < way.length; from++) {
                    if (moved(from, from + size - 1)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean moved(int from, int to) {
            long saved = road(from - 1, from) + road(to, to + 1) - road(from - 1, to + 1);
            for (int after = 0; after < way.length - 1; after++) {
                if ((after < from - 1 || after > to) && moved(from, to, after, saved + road(after, after + 1))) {
                    return true;
                }
            }
            return false;
        }

        private boolean moved(int from, int to, int after, long saved) {
            boolean ahead = road(after, from) + road(to, after + 1) < saved;
            boolean turned = !ahead && road(after, to) + road(from, after + 1) < saved;
            if (turned) {
                reverse(from, to);
            }
            if (ahead || turned) {
                swap(Math.min(from, after + 1), after < from ? from : to + 1, Math.max(to, after));
            }
            return ahead || turned;
        }

        /** The part before the middle goes behind the one from it on. */
        private void swap(int first, int middle, int last) {
            reverse(first, middle - 1);
            reverse(middle, last);
            reverse(first, last);
        }

        private void reverse(int from, int to) {
            for (int i = from, j = to; i < j; i++, j--) {
                int stop = way[i];
                way[i] = way[j];
                way[j] = stop;
            }
        }

        private long road(int from, int to) {
            return table.road(way[from], way[to]);
        }
    }

    /** How far all are from each other, in whole parts of a unit, and what each asks for; the depot comes after the last customer. */
    private record RoadTable(long[][] roads, double[] demands, double capacity) {

        static RoadTable of(CordeauFile file, double parts) {
            CordeauFile.Customer[] points = Stream.concat(file.customers().stream(), Stream.of(file.depot()))
                    .toArray(CordeauFile.Customer[]::new);
            long[][] roads = Stream.of(points)
                    .map(from -> Stream.of(points)
                            .mapToLong(to -> Math.round(from.distance(to) * parts))
                            .toArray())
                    .toArray(long[][]::new);
            double[] demands =
                    Stream.of(points).mapToDouble(CordeauFile.Customer::demand).toArray();
            return new RoadTable(roads, demands, file.capacity());
        }

        int depot() {
            return roads.length - 1;
        }

        long road(int from, int to) {
            return roads[from][to];
        }

        /** What a stop between two others adds. */
        long detour(int from, int through, int to) {
            return roads[from][through] + roads[through][to] - roads[from][to];
        }
    }

    /**
     * A periodic routing problem as J.-F. Cordeau's files tell it. No day has a longest length in those that are read here.
     *
     * @param vehicles on each day
     * @param days of the period
     * @param capacity of each vehicle
     * @param depot where all rounds begin and end
     */
    record CordeauFile(int vehicles, int days, double capacity, Customer depot, List<Customer> customers) {

        /** Who is visited; each pattern is its days, from 0. */
        record Customer(double x, double y, double demand, List<List<Integer>> patterns) {

            double distance(Customer other) {
                return Math.hypot(x - other.x, y - other.y);
            }
        }

        static CordeauFile read(Path file) {
            try (Scanner cells = new Scanner(file).useLocale(Locale.ROOT)) {
                if (cells.nextInt() != 1) {
                    throw new IllegalArgumentException(file + " is not a periodic problem");
                }
                int vehicles = cells.nextInt();
                int customers = cells.nextInt();
                int days = cells.nextInt();
                double capacity = capacity(cells, days);
                Customer depot = customer(cells, days);
                return new CordeauFile(
                        vehicles,
                        days,
                        capacity,
                        depot,
                        IntStream.range(0, customers)
                                .mapToObj(i -> customer(cells, days))
                                .toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static double capacity(Scanner cells, int days) {
            double capacity = 0;
            for (int day = 0; day < days; day++) {
                if (cells.nextDouble() != 0) {
                    throw new IllegalArgumentException("a day has a longest length");
                }
                double said = cells.nextDouble();
                if (day > 0 && said != capacity) {
                    throw new IllegalArgumentException("days have different capacities");
                }
                capacity = said;
            }
            return capacity;
        }

        private static Customer customer(Scanner cells, int days) {
            cells.nextInt();
            double x = cells.nextDouble();
            double y = cells.nextDouble();
            cells.nextDouble();
            double demand = cells.nextDouble();
            cells.nextInt();
            int patterns = cells.nextInt();
            return new Customer(
                    x,
                    y,
                    demand,
                    IntStream.range(0, patterns)
                            .mapToObj(i -> days(cells.nextInt(), days))
                            .toList());
        }

        /** The most significant bit is the first day. */
        private static List<Integer> days(int combination, int days) {
            List<Integer> held = new ArrayList<>();
            for (int day = 0; day < days; day++) {
                if ((combination >> (days - 1 - day) & 1) == 1) {
                    held.add(day);
                }
            }
            return held;
        }
    }
}
