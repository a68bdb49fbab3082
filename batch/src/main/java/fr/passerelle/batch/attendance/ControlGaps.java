package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.Attendance.CountColumn;
import fr.passerelle.batch.attendance.ImportedMonth.ImportedLine;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.table.Correction;
import fr.passerelle.sources.reject.CorrectedRow;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        return byActivity.values().stream()
                .flatMap(lines -> nodes(lines).stream())
                .filter(ControlNode::isControl)
                .flatMap(node -> node.gaps(closings).stream())
                .toList();
    }

    /** Periods of one grain lie within each other only where their length is free. */
    private static boolean mayNest(Collection<ImportedLine> holding) {
        Set<Grain> grains = EnumSet.noneOf(Grain.class);
        holding.forEach(said -> grains.add(said.value().grain()));
        return grains.size() > 1 || grains.contains(Grain.PERIODE);
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

    /**
     * A control that does not come to what the finer lines of its period add up to, in a column of which both are told. The line does not
     * count where finer ones are.
     */
    record ControlGap(ImportedLine control, String column, BigDecimal told, BigDecimal found) {

        /** As it is listed: what the line says, then what counts in its place. */
        CorrectedRow.CellCorrection correction() {
            return new CorrectedRow.CellCorrection(
                    column, Correction.CONTROLE_INEGAL.name(), told.toPlainString(), found.toPlainString());
        }
    }

    /** A period of an activity of a room, or one session, with what lies right within it. */
    private static final class ControlNode {

        private final List<ImportedLine> lines = new ArrayList<>(1);
        private final List<ControlNode> within = new ArrayList<>(0);

        ControlNode(ImportedLine first) {
            lines.add(first);
        }

        /** Whether a line is there for what adds up: it counts some of it, or says that the room was closed. */
        static boolean saysSomething(Attendance value) {
            return value.etat() == Etat.FERME || value.addsUp();
        }

        private Attendance first() {
            return lines.getFirst().value();
        }

        /** Another line of the same period: they are added up. */
        void add(ImportedLine line) {
            lines.add(line);
        }

        void add(ControlNode inner) {
            within.add(inner);
        }

        boolean isAlike(Attendance value) {
            return value.isPeriod() && first().start() == value.start() && first().end() == value.end();
        }

        boolean contains(Attendance value) {
            return first().start() <= value.start() && value.end() <= first().end();
        }

        /** Whether it says what the lines within it should add up to. */
        boolean isControl() {
            return !within.isEmpty() && first().etat() == Etat.OUVERT && !first().isObservedZero();
        }

        /** @param closings of the room, of whatever activity */
        List<ControlGap> gaps(List<Attendance> closings) {
            boolean whole = isWhole(closings);
            return Stream.of(CountColumn.values())
                    .<@Nullable ControlGap>map(column -> gap(column, whole, closings))
                    .filter(Objects::nonNull)
                    .toList();
        }

        private @Nullable ControlGap gap(CountColumn column, boolean whole, List<Attendance> closings) {
            Long told = told(column);
            List<Long> parts = within.stream()
                    .<@Nullable Long>map(node -> node.sum(column, closings))
                    .filter(Objects::nonNull)
                    .toList();
            if (told == null || parts.isEmpty()) {
                return null;
            }
            long found = parts.stream().mapToLong(Long::longValue).sum();
            long beyond = found - told;
            boolean complete = whole && parts.size() == within.size();
            long tolerance = column.tolerance(parts.size());
            return beyond > tolerance || complete && -beyond > tolerance
                    ? new ControlGap(lines.getFirst(), column.title(), column.number(told), column.number(found))
                    : null;
        }

        private @Nullable Long told(CountColumn column) {
            Long sum = null;
            for (ImportedLine line : lines) {
                int count = column.of(line.value());
                if (count != Attendance.NOT_COUNTED) {
                    sum = (sum == null ? 0L : sum) + count;
                }
            }
            return sum;
        }

        /** What it says of a column, else what those within it say that reach all of it; null where that is not known. */
        private @Nullable Long sum(CountColumn column, List<Attendance> closings) {
            if (first().etat() == Etat.FERME) {
                return 0L;
            }
            Long told = told(column);
            if (told != null || within.isEmpty() || !isWhole(closings)) {
                return told;
            }
            long sum = 0;
            for (ControlNode node : within) {
                Long part = node.sum(column, closings);
                if (part == null) {
                    return null;
                }
                sum += part;
            }
            return sum;
        }

        /** Whether each of its months has a line right within it, or was one of closing. */
        private boolean isWhole(List<Attendance> closings) {
            int from = MonthNo.ofDay(first().start());
            int to = MonthNo.ofDay(first().end());
            BitSet reached = new BitSet(to - from + 1);
            within.forEach(node -> reached.set(
                    MonthNo.ofDay(node.first().start()) - from,
                    MonthNo.ofDay(node.first().end()) - from + 1));
            return IntStream.rangeClosed(from, to)
                    .filter(month -> !reached.get(month - from))
                    .allMatch(month -> isClosed(MonthNo.month(month), closings));
        }

        private boolean isClosed(YearMonth month, List<Attendance> closings) {
            long from = Math.max(first().start(), month.atDay(1).toEpochDay());
            long to = Math.min(first().end(), month.atEndOfMonth().toEpochDay());
            return closings.stream().anyMatch(closing -> closing.start() <= from && to <= closing.end());
        }
    }
}
