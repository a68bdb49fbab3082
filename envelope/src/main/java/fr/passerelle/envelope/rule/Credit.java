package fr.passerelle.envelope.rule;

/**
 * What was voted on one line of one year.
 *
 * @param voted cents, from 0
 * @param promised cents of it that are promised elsewhere, from 0 to what was voted
 * @param carriesOver whether what is left goes on to the same line of the next year
 */
public record Credit(BudgetCell cell, long voted, long promised, boolean carriesOver) {

    /** Cents that may be given, from 0. */
    public long available() {
        return voted - promised;
    }

    /** The same with so many cents voted; what is promised of it stands as far as it goes. */
    Credit of(long cents) {
        return new Credit(cell, cents, Math.min(promised, cents), carriesOver);
    }
}
