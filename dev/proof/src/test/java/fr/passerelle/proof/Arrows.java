package fr.passerelle.proof;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Places and the arrows between them, in the order of their names. */
final class Arrows {

    private final SortedMap<String, SortedSet<String>> targets = new TreeMap<>();

    /** A place, be there an arrow or none. */
    void place(String name) {
        from(name);
    }

    /** An arrow to another place; to itself it is none. */
    void draw(String from, String to) {
        if (!from.equals(to)) {
            from(from).add(to);
        }
    }

    /** The arrows that a way leads back of, each as {@code from -> to}. */
    List<String> circular() {
        return targets.entrySet().stream()
                .flatMap(arrow -> arrow.getValue().stream()
                        .filter(to -> reached(to).contains(arrow.getKey()))
                        .map(to -> arrow.getKey() + " -> " + to))
                .toList();
    }

    private Set<String> reached(String start) {
        Set<String> reached = new TreeSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            targets.getOrDefault(open.pop(), new TreeSet<>()).stream()
                    .filter(reached::add)
                    .forEach(open::push);
        }
        return reached;
    }

    private SortedSet<String> from(String name) {
        return targets.computeIfAbsent(name, place -> new TreeSet<>());
    }

    /** A Mermaid graph: places first, then one line for all the arrows of each. */
    String mermaid() {
        StringBuilder text = new StringBuilder("```mermaid\ngraph LR\n");
        targets.keySet().forEach(name -> text.append("  ").append(name).append('\n'));
        targets.forEach((from, to) -> {
            if (!to.isEmpty()) {
                text.append("  ")
                        .append(from)
                        .append(" --> ")
                        .append(String.join(" & ", to))
                        .append('\n');
            }
        });
        return text.append("```\n").toString();
    }
}
