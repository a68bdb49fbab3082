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
public record PlanRobustness(String name, int value, int from, int to, int holdsFrom, int holdsTo, boolean whole) {

    static List<PlanRobustness> of(Plan plan) {
        return plan.getMarges().stream().map(PlanRobustness::of).toList();
    }

    private static PlanRobustness of(Marge marge) {
        return new PlanRobustness(
                Codes.marge(marge.getParameter()),
                marge.getValue(),
                marge.getFrom(),
                marge.getTo(),
                marge.getHoldsFrom(),
                marge.getHoldsTo(),
                marge.getFrom() == marge.getHoldsFrom() && marge.getTo() == marge.getHoldsTo());
    }
}
