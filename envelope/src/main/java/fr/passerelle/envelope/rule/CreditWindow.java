package fr.passerelle.envelope.rule;

import fr.passerelle.schemas.event.LigneCredit;

/**
 * Years of one line whose credits hold each other up: what is spent from the first to the last may not exceed what was available in them.
 *
 * @param from the first year, whose credits nothing is carried over to
 * @param to the last year, from {@code from}
 * @param limit cents
 */
public record CreditWindow(LigneCredit line, int from, int to, long limit) {

    /** Whether what is spent there counts. */
    public boolean holds(BudgetCell cell) {
        return cell.line() == line && cell.year() >= from && cell.year() <= to;
    }
}
