package fr.passerelle.rules.financing;

import java.math.BigDecimal;

/** An aid in euros, to the cent, and what decided it. */
record Award(BigDecimal aid, Decision decidedBy) {

    static Award nothing(Decision decidedBy) {
        return new Award(Cents.ZERO, decidedBy);
    }

    /** Held under a limit, which then decides. */
    Award heldUnder(BigDecimal limit, Decision limitedBy) {
        return aid.compareTo(limit) > 0 ? new Award(Cents.of(limit), limitedBy) : this;
    }
}
