package fr.passerelle.rules.financing;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * An aid in euros, to the cent, what decided it, and the steps that led to it.
 *
 * @param steps in the order in which the rules were tried
 * @param decidingStep which of them decided, from 0
 */
record Award(BigDecimal aid, Decision decidedBy, List<AidStep> steps, int decidingStep) {

    /** By the first rule that gives an amount. */
    static Award first(BigDecimal aid, Decision decidedBy, AidStep step) {
        return new Award(Cents.of(aid), decidedBy, List.of(step), 0);
    }

    /** Held under a limit, which then decides. */
    Award heldUnder(Limit limit) {
        boolean binds = aid.compareTo(limit.euros()) > 0;
        BigDecimal held = binds ? Cents.of(limit.euros()) : aid;
        return new Award(
                held,
                binds ? limit.decision() : decidedBy,
                Stream.concat(steps.stream(), Stream.of(limit.tried(held))).toList(),
                binds ? steps.size() : decidingStep);
    }
}
