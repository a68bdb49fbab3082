package fr.passerelle.rules.explanation.reevaluation;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.AidLine;
import java.math.BigDecimal;

/**
 * The limits that an aid is held under, again.
 *
 * @param cost of the line, euros
 * @param aid before the limit, euros
 */
record LimitCheck(AidLine line, BigDecimal cost, BigDecimal aid, Findings findings) {

    /** The most that a rule lets the aid be. */
    BigDecimal euros(Rule rule, Looked looked) {
        return rule == Rule.PLAFOND
                ? ceiling(looked)
                : Again.atLeastZero(costLessOtherAid(looked).subtract(kept(looked)));
    }

    private BigDecimal ceiling(Looked looked) {
        findings.same(line.getLine() + ".aide_au_taux", looked.number("aide_au_taux"), aid);
        findings.same(line.getLine() + ".ceiling", line.getCeiling(), looked.number("plafond"));
        findings.same(line.getLine() + ".taux", line.getRate(), looked.number("taux"));
        return "COUT".equals(looked.text("plafond_porte_sur"))
                ? Again.cents(looked.number("plafond").multiply(looked.number("taux")))
                : looked.number("plafond");
    }

    private BigDecimal costLessOtherAid(Looked looked) {
        findings.same(line.getLine() + ".cout", looked.number("cout"), cost);
        return looked.number("cout").subtract(looked.orZero("autres_aides"));
    }

    private static BigDecimal kept(Looked looked) {
        return looked.has("participation_minimale")
                ? Again.cents(looked.number("cout").multiply(looked.number("participation_minimale")))
                : BigDecimal.ZERO;
    }
}
