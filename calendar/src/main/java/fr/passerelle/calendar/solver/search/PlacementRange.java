package fr.passerelle.calendar.solver.search;

import ai.timefold.solver.core.impl.domain.valuerange.AbstractCountableValueRange;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All placements that a call may have, none of them made before it is asked for: by pattern, then by the slots of its days.
 * Timefold takes no other range than a subclass of its own.
 */
final class PlacementRange extends AbstractCountableValueRange<CallPlacement> {

    private final List<List<Integer>> patterns;
    private final List<List<Integer>> slotsOfDays;

    PlacementRange(List<List<Integer>> patterns, List<List<Integer>> slotsOfDays) {
        this.patterns = patterns;
        this.slotsOfDays = slotsOfDays;
    }

    @Override
    public long getSize() {
        return patterns.stream().mapToLong(this::size).sum();
    }

    private long size(List<Integer> pattern) {
        return pattern.stream().mapToLong(day -> slotsOfDays.get(day).size()).reduce(1, Math::multiplyExact);
    }

    @Override
    public CallPlacement get(long index) {
        int pattern = 0;
        long left = index;
        while (left >= size(patterns.get(pattern))) {
            left -= size(patterns.get(pattern));
            pattern++;
        }
        return new CallPlacement(pattern, slots(patterns.get(pattern), left));
    }

    private List<Integer> slots(List<Integer> pattern, long index) {
        List<Integer> slots = new ArrayList<>();
        long left = index;
        for (int day : pattern) {
            int size = slotsOfDays.get(day).size();
            slots.add(slotsOfDays.get(day).get((int) (left % size)));
            left /= size;
        }
        return slots;
    }

    @Override
    public boolean contains(@Nullable CallPlacement placement) {
        return placement != null && contains(patterns.get(placement.pattern()), placement.slots());
    }

    private boolean contains(List<Integer> pattern, List<Integer> slots) {
        return pattern.size() == slots.size()
                && IntStream.range(0, slots.size())
                        .allMatch(i -> slotsOfDays.get(pattern.get(i)).contains(slots.get(i)));
    }

    @Override
    public Iterator<CallPlacement> createOriginalIterator() {
        return LongStream.range(0, getSize()).mapToObj(this::get).iterator();
    }

    @Override
    public Iterator<CallPlacement> createRandomIterator(Random random) {
        return Stream.generate(() -> get(random.nextLong(getSize()))).iterator();
    }
}
