package fr.passerelle.rules.explanation.reevaluation;

import fr.passerelle.rules.explanation.reevaluation.Findings.Untold;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps of a result, by rule. */
record Trace(List<RegleEssayee> steps) {

    /** @throws Untold when the rule was not tried */
    RegleEssayee step(Rule rule) {
        return first(rule).orElseThrow(() -> new Untold(rule.name()));
    }

    Optional<RegleEssayee> first(Rule rule) {
        return all(rule).stream().findFirst();
    }

    List<RegleEssayee> all(Rule rule) {
        return steps.stream().filter(step -> step.getRule().equals(rule.name())).toList();
    }

    /** @throws Untold when the rule was not tried */
    Looked at(Rule rule) {
        return new Looked(step(rule).getOperands());
    }

    /** The same of a rule that is tried on several, on one of them. */
    Looked at(Rule rule, String on) {
        return all(rule).stream()
                .filter(step -> step.getOn().equals(on))
                .findFirst()
                .map(step -> new Looked(step.getOperands()))
                .orElseThrow(() -> new Untold(rule.name()));
    }

    /** What a rule or a measure looked at, by name. Of several operands of one name, the first. */
    record Looked(List<Operande> operands) {

        /** @throws Untold when there is none, or no number */
        BigDecimal number(String name) {
            return maybe(name).orElseThrow(() -> new Untold(name));
        }

        /** A whole number. */
        long whole(String name) {
            return number(name).longValueExact();
        }

        /** A number that may be unknown; its operand has to be there all the same. */
        Optional<BigDecimal> maybe(String name) {
            return Optional.ofNullable(operand(name).getAmount());
        }

        /** A number that counts for nothing where it is unknown. */
        BigDecimal orZero(String name) {
            return maybe(name).orElse(BigDecimal.ZERO);
        }

        /** A code, an identifier or a date; null where unknown. */
        @Nullable
        String text(String name) {
            return operand(name).getText();
        }

        boolean isYes(String name) {
            return "OUI".equals(text(name));
        }

        boolean has(String name) {
            return operands.stream().anyMatch(operand -> operand.getName().equals(name));
        }

        private Operande operand(String name) {
            return operands.stream()
                    .filter(operand -> operand.getName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Untold(name));
        }
    }
}
