package fr.passerelle.rules.financing;

import java.math.BigDecimal;

/** How one kind of cost is aided. */
interface AidRule {

    /** The aid to its base, euros from 0. */
    Award to(BigDecimal base);

    /** The most it can ever give, euros. */
    BigDecimal most();
}
