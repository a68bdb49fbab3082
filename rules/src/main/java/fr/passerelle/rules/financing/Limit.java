package fr.passerelle.rules.financing;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.Operande;
import java.math.BigDecimal;
import java.util.List;

/**
 * What an aid may not exceed.
 *
 * @param euros from 0
 * @param decision what decided where it binds
 * @param operands what the limit is computed from
 */
record Limit(Rule rule, Decision decision, BigDecimal euros, List<Operande> operands) {

    static Limit of(Rule rule, Decision decision, BigDecimal euros, Operande... operands) {
        return new Limit(rule, decision, euros, List.of(operands));
    }

    /** The step that tried it. */
    AidStep tried(BigDecimal held) {
        return new AidStep(rule, held.toPlainString(), operands);
    }
}
