package fr.passerelle.rules.financing;

import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/** What a step looked at, by name. */
record StepOperands(RegleEssayee step) {

    /** A number that has to be there. */
    BigDecimal amount(String name) {
        return operand(name)
                .map(Operande::getAmount)
                .orElseThrow(() -> new AssertionError("No " + name + " in " + step));
    }

    /** Nothing where it is unknown, or not looked at. */
    BigDecimal orZero(String name) {
        return operand(name).map(Operande::getAmount).orElse(BigDecimal.ZERO);
    }

    boolean isUnknown(String name) {
        return operand(name).map(Operande::getAmount).isEmpty();
    }

    boolean is(String name, String text) {
        return operand(name).filter(one -> Objects.equals(one.getText(), text)).isPresent();
    }

    private Optional<Operande> operand(String name) {
        return step.getOperands().stream()
                .filter(one -> one.getName().equals(name))
                .findFirst();
    }
}
