package fr.passerelle.batch.month;

import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.ReportedLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a month of a room differs from what was known of it, whatever files its lines come from.
 *
 * @param added lines that were not known
 * @param changed lines of a known id, or of a known place, that say something else
 * @param removed lines that are no longer there
 */
public record MonthDifference(int added, int changed, int removed) {

    /** What identifies a line: register and id, else its place; several may have one place. */
    private record Identity(
            @Nullable String register,
            @Nullable String id,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable Grain grain,
            @Nullable String activity) {

        static Identity of(ReportedLine line) {
            return line.getId() == null
                    ? new Identity(
                            null, null, line.getPeriodStart(), line.getPeriodEnd(), line.getGrain(), line.getActivity())
                    : new Identity(line.getRegister(), line.getId(), null, null, null, null);
        }
    }

    public static MonthDifference between(List<ReportedLine> before, List<ReportedLine> now) {
        if (before.isEmpty() || now.isEmpty()) {
            return new MonthDifference(now.size(), 0, before.size());
        }
        Map<Identity, List<ReportedLine>> left = new HashMap<>();
        before.forEach(line -> of(left, line).add(said(line)));
        List<ReportedLine> others =
                now.stream().filter(line -> !of(left, line).remove(said(line))).toList();
        int changed = 0;
        for (ReportedLine line : others) {
            List<ReportedLine> rivals = of(left, line);
            if (!rivals.isEmpty()) {
                rivals.removeLast();
                changed++;
            }
        }
        int removed = left.values().stream().mapToInt(List::size).sum();
        return new MonthDifference(others.size() - changed, changed, removed);
    }

    private static List<ReportedLine> of(Map<Identity, List<ReportedLine>> left, ReportedLine line) {
        return left.computeIfAbsent(Identity.of(line), id -> new ArrayList<>());
    }

    /** Whether lines came, and none changed. */
    public boolean isGrowth() {
        return added > 0 && changed == 0 && removed == 0;
    }

    /** A line without where it was read. */
    private static ReportedLine said(ReportedLine line) {
        return ReportedLine.newBuilder(line).setFile(0).setLine(0).build();
    }
}
