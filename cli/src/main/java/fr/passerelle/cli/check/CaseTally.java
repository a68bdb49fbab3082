package fr.passerelle.cli.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts by code, and keeps the first few of each: memory does not grow with the file. */
final class CaseTally<T> {

    /** How many of each are kept. */
    static final int FIRST = 3;

    private static final class Heap<T> {
        private long count;
        private final List<T> first = new ArrayList<>(FIRST);
    }

    private final Map<String, Heap<T>> heaps = new TreeMap<>();

    void add(String code, T one) {
        Heap<T> heap = heaps.computeIfAbsent(code, any -> new Heap<>());
        heap.count++;
        if (heap.first.size() < FIRST) {
            heap.first.add(one);
        }
    }

    boolean has(String code) {
        return heaps.containsKey(code);
    }

    /** By code. */
    List<Cases<T>> cases() {
        return heaps.entrySet().stream()
                .map(heap -> new Cases<>(heap.getKey(), heap.getValue().count, List.copyOf(heap.getValue().first)))
                .toList();
    }
}
