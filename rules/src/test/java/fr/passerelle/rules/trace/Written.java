package fr.passerelle.rules.trace;

import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Steps as a reader of the trace would note them: rule, subject, what was looked at, what came out, and a star where it decided. */
public final class Written {

    private Written() {}

    public static List<String> all(List<RegleEssayee> steps) {
        return steps.stream().map(Written::one).toList();
    }

    /** The steps of one rule. */
    public static List<String> of(Rule rule, List<RegleEssayee> steps) {
        return steps.stream()
                .filter(step -> step.getRule().equals(rule.name()))
                .map(Written::one)
                .toList();
    }

    public static String one(RegleEssayee step) {
        return step.getRule() + " " + step.getOn() + operands(step.getOperands()) + " -> " + step.getOutcome()
                + (step.getDecides() ? " *" : "");
    }

    /** What was looked at, in brackets. */
    public static String operands(List<Operande> operands) {
        return operands.stream().map(Written::operand).collect(Collectors.joining(", ", " (", ")"));
    }

    private static String operand(Operande operand) {
        return operand.getName() + " " + Objects.requireNonNullElse(Steps.plain(operand), "-") + " "
                + operand.getUnit();
    }

    public static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
