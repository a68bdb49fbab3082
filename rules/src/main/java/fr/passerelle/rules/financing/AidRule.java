package fr.passerelle.rules.financing;

import java.math.BigDecimal;

/** How one kind of cost is aided. */
interface AidRule {

    /** The aid to a cost, euros from 0. */
    Award to(BigDecimal cost);

    /** The most it can ever give, euros. */
    BigDecimal most();
}
