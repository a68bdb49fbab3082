package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.ControlGaps.ControlGap;
import fr.passerelle.batch.attendance.StagedLines.StagedLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is odd about lines that are taken, for one reason: how many, and the first of the file. Memory does not grow with them. */
public record Remarks(Oddity code, long count, List<Remark> first) {

    private static final int FIRST = 3;
    private static final Comparator<Remark> AS_READ =
            Comparator.comparingLong(Remark::line).thenComparingInt(Remark::ordinal);

    /** Why lines that are taken should be looked at. */
    public enum Oddity {
        /** A session that says the same as another in every column. */
        DOUBLE_POSSIBLE,
        /** A session whose room, day and activity another one tells otherwise. */
        SEANCES_CONTRAIRES,
        /** A control that does not come to what the finer lines of its period add up to. */
        CONTROLE_INEGAL,
        /** A room that is called a total, in any table: only a dry run tells of it. */
        TOTAL_POSSIBLE
    }

    /**
     * What is odd about a line that is taken, told as in {@link fr.passerelle.sources.Row}.
     *
     * @param column of which two numbers are told, by the line and by the finer lines of its period; null where none are
     */
    public record Remark(
            long line,
            int ordinal,
            @Nullable String column,
            @Nullable BigDecimal told,
            @Nullable BigDecimal found) {

        static Remark of(ControlGap gap) {
            return new Remark(gap.control().line(), gap.control().ordinal(), gap.column(), gap.told(), gap.found());
        }

        static Remark of(StagedLine line) {
            return new Remark(line.at().line(), line.at().ordinal(), null, null, null);
        }
    }

    static Remarks none(Oddity code) {
        return new Remarks(code, 0, List.of());
    }

    <T> Remarks plus(List<T> more, Function<T, Remark> remark) {
        List<Remark> all = new ArrayList<>(first);
        more.forEach(one -> all.add(remark.apply(one)));
        all.sort(AS_READ);
        return new Remarks(code, count + more.size(), List.copyOf(all.subList(0, Math.min(FIRST, all.size()))));
    }
}
