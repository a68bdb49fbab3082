package fr.passerelle.batch.attendance;

import fr.passerelle.batch.month.Attendance;
import fr.passerelle.batch.month.ImportedLine;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds the controls of a room that disagree with the finer lines of their period. No two periods of one activity cross each other, so
 * that they lie within each other as a tree; each is held against those right within it. Where these do not reach every month of it, its
 * other months may be the difference: then only more than it says is a gap.
 */
final class ControlGaps {

    private static final Comparator<ImportedLine> OUTSIDE_IN = Comparator.<ImportedLine>comparingInt(
                    said -> said.value().start())
            .thenComparingInt(said -> -said.value().end())
            .thenComparing(said -> !said.value().isPeriod())
            .thenComparingInt(ImportedLine::importNo)
            .thenComparingLong(ImportedLine::line)
            .thenComparingInt(ImportedLine::ordinal);

    private ControlGaps() {}

    /** Among lines of a room that hold. */
    static List<ControlGap> among(Collection<ImportedLine> holding) {
        if (!mayNest(holding)) {
            return List.of();
        }
        List<Attendance> closings = holding.stream()
                .map(ImportedLine::value)
                .filter(value -> value.etat() == Etat.FERME)
                .toList();
        Map<String, List<ImportedLine>> byActivity = holding.stream()
                .filter(said -> ControlNode.saysSomething(said.value()))
                .collect(Collectors.groupingBy(said -> said.value().activity(), TreeMap::new, Collectors.toList()));
        List<ControlGap> gaps = new ArrayList<>();
        byActivity.values().forEach(lines -> gaps(lines, closings, gaps));
        return gaps;
    }

    /** Periods of one grain lie within each other only where their length is free. */
    private static boolean mayNest(Collection<ImportedLine> holding) {
        Set<Grain> grains = EnumSet.noneOf(Grain.class);
        holding.forEach(said -> grains.add(said.value().grain()));
        return grains.size() > 1 || grains.contains(Grain.PERIODE);
    }

    private static void gaps(List<ImportedLine> lines, List<Attendance> closings, List<ControlGap> gaps) {
        List<ControlNode> nodes = nodes(lines);
        nodes.stream().filter(ControlNode::isControl).forEach(node -> gaps.addAll(node.gaps(closings)));
    }

    private static List<ControlNode> nodes(List<ImportedLine> lines) {
        List<ControlNode> nodes = new ArrayList<>();
        Deque<ControlNode> around = new ArrayDeque<>();
        lines.stream().sorted(OUTSIDE_IN).forEach(said -> {
            while (!around.isEmpty() && !around.peek().contains(said.value())) {
                around.pop();
            }
            ControlNode inner = around.peek();
            if (inner != null && inner.isAlike(said.value())) {
                inner.add(said);
                return;
            }
            ControlNode node = new ControlNode(said);
            if (inner != null) {
                inner.add(node);
            }
            if (said.value().isPeriod() && said.value().etat() == Etat.OUVERT) {
                around.push(node);
                nodes.add(node);
            }
        });
        return nodes;
    }
}
