package fr.passerelle.rules.economy;

import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What stays to an EPCI, euros by line.
 *
 * @param lines those whose cost is known, each from 0
 */
public record Remainder(SortedMap<RemainderLine, BigDecimal> lines) {

    public Remainder {
        lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
    }

    /** What a plan leaves it: costs less aid, and year 4. */
    public static Remainder of(Plan plan) {
        Map<RemainderLine, BigDecimal> lines = new EnumMap<>(RemainderLine.class);
        for (AidLine line : plan.getAid()) {
            put(lines, RemainderLine.valueOf(line.getLine().name()), line.getCost() == null ? null : line.getLeft());
        }
        put(lines, RemainderLine.ANNEE_4, plan.getYear4Cost());
        return new Remainder(new TreeMap<>(lines));
    }

    private static void put(Map<RemainderLine, BigDecimal> lines, RemainderLine line, @Nullable BigDecimal euros) {
        if (euros != null) {
            lines.put(line, euros);
        }
    }
}
