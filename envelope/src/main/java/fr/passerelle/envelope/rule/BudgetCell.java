package fr.passerelle.envelope.rule;

import fr.passerelle.schemas.event.LigneCredit;
import java.util.Comparator;

/** One line of credit in one budget year. Ordered by year, then line. */
public record BudgetCell(int year, LigneCredit line) implements Comparable<BudgetCell> {

    private static final Comparator<BudgetCell> ORDER =
            Comparator.comparingInt(BudgetCell::year).thenComparing(BudgetCell::line);

    @Override
    public int compareTo(BudgetCell other) {
        return ORDER.compare(this, other);
    }
}
