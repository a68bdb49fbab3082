package fr.passerelle.console.tour;

import java.util.List;
import java.util.function.Predicate;

/**
 * The étapes of an EPCI, from proposals to who came.
 *
 * @param rows by name
 */
public record FollowUpArea(String epci, String name, List<FollowUpRow> rows) {

    /** Étapes that are proposed. */
    public long proposed() {
        return count(row -> row.asked() != null);
    }

    /** Étapes that somebody decided. */
    public long decided() {
        return count(FollowUpRow::isDecided);
    }

    /** Étapes that have or had a session. */
    public long opened() {
        return count(row -> row.opened() != null);
    }

    /** What was held. */
    public HeldCount held() {
        return HeldCount.of(rows.stream().flatMap(row -> row.months().stream()).toList());
    }

    private long count(Predicate<FollowUpRow> which) {
        return rows.stream().filter(which).count();
    }
}
