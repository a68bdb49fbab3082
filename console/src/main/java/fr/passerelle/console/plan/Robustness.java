package fr.passerelle.console.plan;

import fr.passerelle.schemas.event.Marge;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.texts.Codes;
import java.util.List;

/**
 * How far a number of the barème may go without another proposal.
 *
 * @param name of the number
 * @param whole whether the proposal holds all over what was looked at
 */
public record Robustness(String name, int value, int from, int to, int holdsFrom, int holdsTo, boolean whole) {

    static List<Robustness> of(Plan plan) {
        return plan.getMarges().stream().map(Robustness::of).toList();
    }

    private static Robustness of(Marge marge) {
        return new Robustness(
                Codes.marge(marge.getParameter()),
                marge.getValue(),
                marge.getFrom(),
                marge.getTo(),
                marge.getHoldsFrom(),
                marge.getHoldsTo(),
                marge.getFrom() == marge.getHoldsFrom() && marge.getTo() == marge.getHoldsTo());
    }
}
