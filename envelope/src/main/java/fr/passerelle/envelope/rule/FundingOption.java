package fr.passerelle.envelope.rule;

import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.Credits.CreditWindow;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.Financement;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that may be funded for an EPCI.
 *
 * @param year budget year of the study, and of the opening where there is one; 0 for RIEN
 * @param opening day of the opening; null without
 * @param cents what it costs the region on each cell, above 0
 * @param values what it adds to each criterion; 0 for those that are not there
 */
public record FundingOption(
        Financement financement,
        int year,
        @Nullable LocalDate opening,
        SortedMap<BudgetCell, Long> cents,
        Map<Critere, Long> values) {

    private static final int WHOLE = 1_000;

    /** Nothing. */
    public static final FundingOption NOTHING =
            new FundingOption(Financement.RIEN, 0, null, Collections.emptySortedMap(), Map.of());

    /** Whether it opens a place. */
    public boolean opens() {
        return financement == Financement.OUVERTURE;
    }

    /** What it adds to a criterion. */
    public long value(Critere critere) {
        return values.getOrDefault(critere, 0L);
    }

    /** Cents over the cells of a window. */
    public long spent(CreditWindow window) {
        return cents.entrySet().stream()
                .filter(cell -> window.holds(cell.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The same with so many thousandths of its aid given up, to the cent below. */
    public FundingOption cheaper(int perMille) {
        SortedMap<BudgetCell, Long> less = new TreeMap<>();
        cents.forEach((cell, part) -> less.put(cell, part * (WHOLE - perMille) / WHOLE));
        less.values().removeIf(part -> part == 0);
        return new FundingOption(financement, year, opening, less, values);
    }

    /** Whether it is the same kind in the same year, whatever it costs. */
    public boolean isSameAs(FundingOption other) {
        return financement == other.financement && year == other.year;
    }
}
