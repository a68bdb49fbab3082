package fr.passerelle.batch.attendance;

import fr.passerelle.batch.month.Attendance;
import fr.passerelle.batch.month.CountColumn;
import fr.passerelle.batch.month.ImportedLine;
import fr.passerelle.batch.month.MonthOfRoom;
import fr.passerelle.batch.month.MonthTraits;
import fr.passerelle.schemas.event.Etat;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A period of an activity of a room, or one session, with what lies right within it. */
final class ControlNode {

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
        int from = MonthTraits.monthOf(first().start());
        int to = MonthTraits.monthOf(first().end());
        BitSet reached = new BitSet(to - from + 1);
        within.forEach(node -> reached.set(
                MonthTraits.monthOf(node.first().start()) - from,
                MonthTraits.monthOf(node.first().end()) - from + 1));
        for (int missing = reached.nextClearBit(0); missing <= to - from; missing = reached.nextClearBit(missing + 1)) {
            if (!isClosed(MonthOfRoom.of("", from + missing).month(), closings)) {
                return false;
            }
        }
        return true;
    }

    private boolean isClosed(YearMonth month, List<Attendance> closings) {
        long from = Math.max(first().start(), month.atDay(1).toEpochDay());
        long to = Math.min(first().end(), month.atEndOfMonth().toEpochDay());
        return closings.stream().anyMatch(closing -> closing.start() <= from && to <= closing.end());
    }
}
