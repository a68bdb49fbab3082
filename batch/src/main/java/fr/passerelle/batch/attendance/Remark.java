package fr.passerelle.batch.attendance;

import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What is odd about a line that is taken.
 *
 * @param line as in {@link fr.passerelle.sources.Row}
 * @param ordinal as in {@link fr.passerelle.sources.Row}
 * @param column of which two numbers are told; null where none are
 * @param told what the line says
 * @param found what the finer lines of its period add up to
 */
public record Remark(
        long line,
        int ordinal,
        @Nullable String column,
        @Nullable BigDecimal told,
        @Nullable BigDecimal found) {

    static final Comparator<Remark> AS_READ =
            Comparator.comparingLong(Remark::line).thenComparingInt(Remark::ordinal);

    static Remark of(ControlGap gap) {
        return new Remark(gap.control().line(), gap.control().ordinal(), gap.column(), gap.told(), gap.found());
    }

    static Remark of(StagedLine line) {
        return new Remark(line.at().line(), line.at().ordinal(), null, null, null);
    }
}
