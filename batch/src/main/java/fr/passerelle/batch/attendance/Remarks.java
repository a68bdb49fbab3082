package fr.passerelle.batch.attendance;

import java.util.ArrayList;
import java.util.List;

/**
 * What is odd about lines that are taken, for one reason: memory does not grow with them.
 *
 * @param count how many there are
 * @param first those that stand first in the file
 */
public record Remarks(Oddity code, long count, List<Remark> first) {

    private static final int FIRST = 3;

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

    static Remarks none(Oddity code) {
        return new Remarks(code, 0, List.of());
    }

    Remarks plus(List<Remark> more) {
        List<Remark> all = new ArrayList<>(first);
        all.addAll(more);
        all.sort(Remark.AS_READ);
        return new Remarks(code, count + more.size(), List.copyOf(all.subList(0, Math.min(FIRST, all.size()))));
    }
}
