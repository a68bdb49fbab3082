package fr.passerelle.calendar.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Calls that come back, put into the slots of days by so many steps (decision 49): each takes some calls out and puts them back where each
 * adds least, and is kept where the answer is no worse than before, or than it was a while ago (late acceptance). The pattern of a call, with
 * a slot for each of its days, is what is chosen; the order of a round is a pure function of what it holds. Animateurs and vehicles are the
 * same to it. Nothing reads a clock, and what an answer reaches is whole numbers.
 */
final class TourSearch {

    /** Of a mark that a round cannot take. */
    static final long NO_ROOM = Long.MAX_VALUE;

    private static final long UNKNOWN = Long.MIN_VALUE;
    private static final int NOWHERE = -1;

    /** The most calls that are taken out at once: three in ten, within these. */
    private static final int FEW = 10;

    private static final int MANY = 30;

    /** How much dearer than it is a call may be made to seem, each as often. */
    private static final double[] NOISE = {0, 0, 0.05, 0.1};

    private final Rules rules;
    private final Random random;
    private final int calls;
    private final List<List<Integer>> slotsOfDays;
    private final List<List<Integer>> nearest;
    private final int[] callOfMark;

    private TourSearch(Rules rules, Random random) {
        this.rules = rules;
        this.random = random;
        this.calls = rules.calls();
        this.slotsOfDays = slotsOfDays(rules.slots());
        this.nearest = IntStream.range(0, calls)
                .mapToObj(call -> ordered(Comparator.comparingLong(other -> rules.distance(call, other))))
                .toList();
        int marks = 1
                + IntStream.range(0, calls)
                        .map(call -> most(rules, call, Pattern::mark))
                        .max()
                        .orElse(0);
        this.callOfMark = new int[marks];
        for (int call = 0; call < calls; call++) {
            for (Pattern pattern : rules.patterns(call)) {
                callOfMark[pattern.mark()] = call;
            }
        }
    }

    /** One placement a call, null where nobody holds it, after so many steps, kept or not, from nothing: the same to the same arguments. */
    static List<@Nullable Placement> find(Rules rules, int steps, long seed) {
        return rules.calls() == 0
                ? List.of()
                : new TourSearch(rules, new Random(seed))
                        .improve(new Answer(rules), steps)
                        .placements();
    }

    private Answer improve(Answer start, int steps) {
        Levels[] earlier = new Levels[memory(steps)];
        Arrays.fill(earlier, start.levels());
        Answer now = start;
        Answer best = start;
        int late = 0;
        for (int step = 0; step < steps; step++) {
            Answer next = next(now);
            if (next.isAtLeast(earlier[late]) || next.isAtLeast(now.levels())) {
                now = next;
                best = best.isAtLeast(now.levels()) ? best : now;
                earlier[late] = now.levels();
                late = (late + 1) % earlier.length;
            }
        }
        return best;
    }

    /** How long ago "a while" is: as many kept steps as there are steps a visit. */
    private int memory(int steps) {
        int visits = IntStream.range(0, calls)
                .map(call -> most(rules, call, pattern -> pattern.days().size()))
                .sum();
        return Math.max(1, steps / Math.max(1, visits));
    }

    private static int most(Rules rules, int call, ToIntFunction<Pattern> figure) {
        return rules.patterns(call).stream().mapToInt(figure).max().orElse(0);
    }

    static List<List<Integer>> slotsOfDays(List<Slot> slots) {
        int days = 1 + slots.stream().mapToInt(Slot::day).max().orElse(-1);
        return IntStream.range(0, days)
                .mapToObj(day -> IntStream.range(0, slots.size())
                        .filter(slot -> slots.get(slot).day() == day)
                        .boxed()
                        .toList())
                .toList();
    }

    /** Some calls taken out, then put back: one time in four those first that would lose most by waiting, else in any order. */
    private Answer next(Answer now) {
        List<Integer> out = ruin(now);
        Refill refill = new Refill(new Answer(now), NOISE[random.nextInt(NOISE.length)]);
        out.forEach(call -> refill.put(call, null));
        boolean byLoss = random.nextInt(4) == 0;
        while (!out.isEmpty()) {
            Offers offers = byLoss ? mostToLose(refill, out) : new Offers(refill, out.getLast());
            out.remove(/* element */ (Integer) offers.call);
            refill.put(offers.call, offers.placement());
        }
        refill.answer.settle();
        return refill.answer;
    }

    private Offers mostToLose(Refill refill, List<Integer> out) {
        Offers most = new Offers(refill, out.getFirst());
        for (int call : out.subList(1, out.size())) {
            Offers offers = new Offers(refill, call);
            most = offers.moreToLoseThan(most) ? offers : most;
        }
        return most;
    }

    /** Calls to take out: mostly such as are near each other; else any, those that cost most, or whole rounds; and all that nobody holds. */
    private List<Integer> ruin(Answer now) {
        int count = 1 + random.nextInt(Math.min(calls, Math.clamp(3L * calls / 10, FEW, MANY)));
        Set<Integer> chosen = new LinkedHashSet<>(
                switch (random.nextInt(8)) {
                    case 0 -> random.ints(count, 0, calls).boxed().toList();
                    case 1 -> costly(count, now);
                    case 2 -> rounds(count, now);
                    default -> near(count);
                });
        IntStream.range(0, calls).filter(call -> now.of(call) == null).forEach(chosen::add);
        List<Integer> out = new ArrayList<>(chosen);
        Collections.shuffle(out, random);
        return out;
    }

    private List<Integer> near(int count) {
        return nearest.get(random.nextInt(calls)).stream()
                .filter(call -> random.nextInt(4) > 0)
                .limit(count)
                .toList();
    }

    private List<Integer> costly(int count, Answer now) {
        double[] saved = IntStream.range(0, calls)
                .mapToDouble(call -> now.saved(call) * (0.5 + random.nextDouble()))
                .toArray();
        return ordered(Comparator.comparingDouble(call -> -saved[call])).subList(0, count);
    }

    /** Of calls near each other, until they hold enough. */
    private Set<Integer> rounds(int count, Answer now) {
        Set<Integer> chosen = new LinkedHashSet<>();
        for (int call : nearest.get(random.nextInt(calls))) {
            Placement placement = now.of(call);
            if (placement != null && chosen.size() < count) {
                int slot =
                        placement.slots().get(random.nextInt(placement.slots().size()));
                now.marks(slot).stream().map(mark -> callOfMark[mark]).forEach(chosen::add);
            }
        }
        return chosen;
    }

    private List<Integer> ordered(Comparator<Integer> order) {
        return IntStream.range(0, calls).boxed().sorted(order).toList();
    }

    /** A periodic question, whose answers are pure functions of their arguments; a set that is handed over is not changed by either side. */
    interface Rules {

        /** Calls, numbered from 0. */
        int calls();

        /** The ways in which a call may come back, in order. */
        List<Pattern> patterns(int call);

        /** Slots, numbered from 0. */
        List<Slot> slots();

        /** What a round costs at best, nothing without a mark; {@link Cost#FORBIDDEN} where the slot may not hold those marks together. */
        Cost cost(int slot, BitSet marks);

        /** A round, to try marks in and out of it: by {@link #cost} itself, unless the rules know something cheaper. */
        default Round round(int slot, BitSet marks) {
            return new ExactRound(this, slot, marks, cost(slot, marks));
        }

        /** Other calls with which one may clash. */
        default List<Integer> rivals(int call) {
            return List.of();
        }

        /** Whether a call may not be held by a pattern while a rival is by another. */
        default boolean clash(int call, int pattern, int rival, int other) {
            return false;
        }

        /** The most work of the slots of one week. */
        default long mostWork() {
            return Long.MAX_VALUE;
        }

        /** How near two calls are: the nearer, the more they are taken out together. */
        long distance(int call, int other);
    }

    /** What holds calls on a day, by a worker whose work is added up; those of one week share what may be worked in it. All from 0. */
    record Slot(int day, int worker, int week) {}

    /** How a call may come back: on days from 0, in order, worth so many sessions, with a mark of its own for a round to know it by. */
    record Pattern(List<Integer> days, int worth, int mark) {}

    /** Where a call is held: by which of its patterns, and in one slot for each day of it, in its order. */
    record Placement(int pattern, List<Integer> slots) {}

    /** What a round costs: road in the unit of the question, and work that counts for the week and for the spread between workers. */
    record Cost(long road, long work) {

        /** Of a slot without any call. */
        static final Cost NOTHING = new Cost(0, 0);

        /** Of marks that a slot may not hold together. */
        static final Cost FORBIDDEN = new Cost(NO_ROOM, 0);
    }

    /** A round while calls go in and out of it, by their marks: what each costs there, near enough to choose by. Never changed itself. */
    interface Round {

        /** What a mark would add to the road, or {@link #NO_ROOM}. */
        long added(int mark);

        /** What the road would lose without a mark of the round. */
        long saved(int mark);

        /** Work that counts for the week. */
        long work();

        Round with(int mark);

        Round without(int mark);
    }

    /** A round whose every change is told by the rules themselves. */
    private record ExactRound(Rules rules, int slot, BitSet marks, Cost cost) implements Round {

        @Override
        public long added(int mark) {
            Cost more = with(mark).cost;
            return more.equals(Cost.FORBIDDEN) ? NO_ROOM : more.road - road();
        }

        @Override
        public long saved(int mark) {
            return road() - without(mark).road();
        }

        private long road() {
            return cost.equals(Cost.FORBIDDEN) ? 0 : cost.road;
        }

        @Override
        public long work() {
            return cost.work;
        }

        @Override
        public ExactRound with(int mark) {
            BitSet changed = flip(marks, mark);
            return new ExactRound(rules, slot, changed, rules.cost(slot, changed));
        }

        @Override
        public ExactRound without(int mark) {
            return with(mark);
        }
    }

    private static BitSet flip(BitSet marks, int mark) {
        BitSet changed = (BitSet) marks.clone();
        changed.flip(mark);
        return changed;
    }

    /** What an answer reaches, less is better, level by level: sessions that could stand and are not held, road, and spread of work. */
    record Levels(long lost, long road, long spread) implements Comparable<Levels> {

        /** Where a slot may not hold its calls together. */
        static final Levels FORBIDDEN = new Levels(Long.MAX_VALUE, 0, 0);

        private static final Comparator<Levels> ORDER = Comparator.comparingLong(Levels::lost)
                .thenComparingLong(Levels::road)
                .thenComparingLong(Levels::spread);

        @Override
        public int compareTo(Levels other) {
            return ORDER.compare(this, other);
        }
    }

    /** Where each call is held, and what that makes of each slot. */
    static final class Answer {

        private final Rules rules;
        private final List<Slot> slots;
        private final @Nullable Placement[] placements;
        private final BitSet[] marks;
        private final Round[] rounds;
        private final @Nullable Cost[] costs;
        private final long[] weeks;
        private @Nullable Levels levels;

        private Answer(Rules rules) {
            this.rules = rules;
            this.slots = rules.slots();
            this.placements = new Placement[rules.calls()];
            this.marks = new BitSet[slots.size()];
            Arrays.setAll(marks, slot -> new BitSet());
            this.rounds = new Round[slots.size()];
            Arrays.setAll(rounds, slot -> rules.round(slot, marks[slot]));
            this.costs = new Cost[slots.size()];
            this.weeks = new long[1 + slots.stream().mapToInt(Slot::week).max().orElse(0)];
            settle();
        }

        Answer(Rules rules, List<@Nullable Placement> placements) {
            this(rules);
            for (int call = 0; call < placements.size(); call++) {
                put(call, placements.get(call));
            }
            settle();
        }

        private Answer(Answer other) {
            this.rules = other.rules;
            this.slots = other.slots;
            this.placements = other.placements.clone();
            this.marks = other.marks.clone();
            this.rounds = other.rounds.clone();
            this.costs = other.costs.clone();
            this.weeks = other.weeks.clone();
        }

        List<@Nullable Placement> placements() {
            return Arrays.asList(placements.clone());
        }

        @Nullable
        Placement of(int call) {
            return placements[call];
        }

        BitSet marks(int slot) {
            return marks[slot];
        }

        /** Holds a call elsewhere, or no more; its rounds are only sketched until all is settled. */
        void put(int call, @Nullable Placement placement) {
            Placement before = placements[call];
            if (before != null) {
                int mark = mark(call, before);
                before.slots().forEach(slot -> change(slot, mark, rounds[slot].without(mark)));
            }
            if (placement != null) {
                int mark = mark(call, placement);
                placement.slots().forEach(slot -> change(slot, mark, rounds[slot].with(mark)));
            }
            placements[call] = placement;
        }

        private int mark(int call, Placement placement) {
            return rules.patterns(call).get(placement.pattern()).mark();
        }

        private void change(int slot, int mark, Round round) {
            weeks[slots.get(slot).week()] += round.work() - rounds[slot].work();
            marks[slot] = flip(marks[slot], mark);
            rounds[slot] = round;
            costs[slot] = null;
            levels = null;
        }

        /** Makes the best of each round that has changed. */
        private void settle() {
            for (int slot = 0; slot < costs.length; slot++) {
                if (costs[slot] == null) {
                    rounds[slot] = rules.round(slot, marks[slot]);
                    costs[slot] = rules.cost(slot, marks[slot]);
                }
            }
        }

        /** Whether a mark may go into a slot that could take it. */
        private boolean hasRoom(int slot, int mark) {
            return rules.mostWork() == Long.MAX_VALUE
                    || weeks[slots.get(slot).week()]
                                    - rounds[slot].work()
                                    + rounds[slot].with(mark).work()
                            <= rules.mostWork();
        }

        /** Whether a call may not be held by a pattern while its rivals are as they are. */
        private boolean clashes(int call, int pattern) {
            return rules.rivals(call).stream().anyMatch(rival -> {
                Placement other = placements[rival];
                return other != null && rules.clash(call, pattern, rival, other.pattern());
            });
        }

        private long saved(int call) {
            Placement placement = placements[call];
            return placement == null
                    ? 0
                    : placement.slots().stream()
                            .mapToLong(slot -> rounds[slot].saved(mark(call, placement)))
                            .sum();
        }

        private boolean isAtLeast(Levels other) {
            return levels().compareTo(other) <= 0;
        }

        Levels levels() {
            if (levels == null) {
                levels = count();
            }
            return levels;
        }

        private Levels count() {
            long[] works =
                    new long[1 + slots.stream().mapToInt(Slot::worker).max().orElse(0)];
            long[] worked = new long[weeks.length];
            long road = 0;
            for (int slot = 0; slot < marks.length; slot++) {
                Cost known = costs[slot];
                Cost cost = known == null ? rules.cost(slot, marks[slot]) : known;
                if (cost.equals(Cost.FORBIDDEN)) {
                    return Levels.FORBIDDEN;
                }
                road += cost.road();
                works[slots.get(slot).worker()] += cost.work();
                worked[slots.get(slot).week()] += cost.work();
            }
            LongSummaryStatistics spread = Arrays.stream(works).summaryStatistics();
            return mayStand(worked) ? new Levels(lost(), road, spread.getMax() - spread.getMin()) : Levels.FORBIDDEN;
        }

        private boolean mayStand(long[] worked) {
            return Arrays.stream(worked).noneMatch(week -> week > rules.mostWork())
                    && IntStream.range(0, placements.length).noneMatch(call -> {
                        Placement placement = placements[call];
                        return placement != null && clashes(call, placement.pattern());
                    });
        }

        private long lost() {
            long lost = 0;
            for (int call = 0; call < placements.length; call++) {
                Placement placement = placements[call];
                lost += most(rules, call, Pattern::worth);
                lost -= placement == null
                        ? 0
                        : rules.patterns(call).get(placement.pattern()).worth();
            }
            return lost;
        }
    }

    /** An answer while calls that were taken out of it go back in; what one costs there is made a little dearer at random. */
    private final class Refill {

        private final Answer answer;
        private final double noise;
        private final Map<Integer, long[]> added = new HashMap<>();

        Refill(Answer answer, double noise) {
            this.answer = answer;
            this.noise = noise;
        }

        void put(int call, @Nullable Placement placement) {
            Placement changed = placement == null ? answer.of(call) : placement;
            answer.put(call, placement);
            if (changed != null) {
                added.values().forEach(slots -> changed.slots().forEach(slot -> slots[slot] = UNKNOWN));
            }
        }

        /** What a mark would add to each slot, or {@link #NO_ROOM}. */
        long[] added(int mark) {
            long[] slots = added.computeIfAbsent(mark, it -> unknown());
            for (int slot = 0; slot < slots.length; slot++) {
                if (slots[slot] == UNKNOWN) {
                    slots[slot] = added(mark, slot);
                }
            }
            return slots;
        }

        private long[] unknown() {
            long[] slots = new long[answer.rounds.length];
            Arrays.fill(slots, UNKNOWN);
            return slots;
        }

        private long added(int mark, int slot) {
            long road = answer.rounds[slot].added(mark);
            if (road == NO_ROOM || !answer.hasRoom(slot, mark)) {
                return NO_ROOM;
            }
            return noise == 0 ? road : road + (long) (road * noise * random.nextDouble());
        }
    }

    /** A way to hold a call: its pattern, or {@link #NOWHERE}, the sessions that then stand, and the road that it adds. */
    private record Offer(int pattern, long worth, long road) {

        static final Offer NOBODY = new Offer(NOWHERE, 0, 0);

        boolean betterThan(Offer other) {
            return worth > other.worth || (worth == other.worth && (other.pattern < 0 || road < other.road));
        }
    }

    /** The best way to hold a call that is out, and the next best: another pattern, or another slot of one day. */
    private final class Offers {

        private final Refill refill;
        private final int call;
        private Offer best = Offer.NOBODY;
        private Offer next = Offer.NOBODY;

        Offers(Refill refill, int call) {
            this.refill = refill;
            this.call = call;
            for (int pattern = 0; pattern < rules.patterns(call).size(); pattern++) {
                if (!refill.answer.clashes(call, pattern)) {
                    consider(pattern, rules.patterns(call).get(pattern));
                }
            }
        }

        private void consider(int number, Pattern pattern) {
            long[] added = refill.added(pattern.mark());
            long road = 0;
            long other = NO_ROOM;
            for (int day : pattern.days()) {
                int slot = cheapest(added, day, NOWHERE);
                if (slot == NOWHERE) {
                    return;
                }
                int second = cheapest(added, day, slot);
                road += added[slot];
                other = second == NOWHERE ? other : Math.min(other, added[second] - added[slot]);
            }
            take(new Offer(number, pattern.worth(), road));
            if (other != NO_ROOM) {
                take(new Offer(number, pattern.worth(), road + other));
            }
        }

        private int cheapest(long[] added, int day, int except) {
            int cheapest = NOWHERE;
            for (int slot : slotsOfDays.get(day)) {
                if (slot != except
                        && added[slot] != NO_ROOM
                        && (cheapest == NOWHERE || added[slot] < added[cheapest])) {
                    cheapest = slot;
                }
            }
            return cheapest;
        }

        private void take(Offer offer) {
            if (offer.betterThan(best)) {
                next = best;
                best = offer;
            } else if (offer.betterThan(next)) {
                next = offer;
            }
        }

        /** By the best way; null where there is none. */
        @Nullable
        Placement placement() {
            if (best.pattern() == NOWHERE) {
                return null;
            }
            Pattern pattern = rules.patterns(call).get(best.pattern());
            long[] added = refill.added(pattern.mark());
            return new Placement(
                    best.pattern(),
                    pattern.days().stream()
                            .map(day -> cheapest(added, day, NOWHERE))
                            .toList());
        }

        /** Whether more is lost by waiting: sessions, then road. A call without any way has nothing to lose. */
        boolean moreToLoseThan(Offers other) {
            long worth = best.worth() - next.worth() - other.best.worth() + other.next.worth();
            return worth > 0 || (worth == 0 && next.road() - best.road() > other.next.road() - other.best.road());
        }
    }
}
