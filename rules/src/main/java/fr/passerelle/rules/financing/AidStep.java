package fr.passerelle.rules.financing;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a rule of the aid looked at and what came out of it; whether it decided is known once the last rule was tried.
 *
 * @param outcome the amount that comes out, euros to the cent, or the code of what stops the line
 */
record AidStep(Rule rule, String outcome, List<Operande> operands) {

    static AidStep of(Rule rule, BigDecimal euros, Operande... operands) {
        return new AidStep(rule, Cents.of(euros).toPlainString(), List.of(operands));
    }

    RegleEssayee written(String on, boolean decides) {
        return new RegleEssayee(rule.name(), on, operands, outcome, decides);
    }
}
