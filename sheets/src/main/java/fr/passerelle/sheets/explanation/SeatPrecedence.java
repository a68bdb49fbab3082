package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RegleEssayee;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why the seat proposed comes before the next candidate in order (RULES 4.3), read from the step that decided: nothing is compared again.
 *
 * @param criterion what separated them
 * @param next the place that comes next, as the log names it: {@code room:02-1}
 * @param ofTheSeat functions, inhabitants or points, from 0
 * @param ofTheNext the same of the other
 */
public record SeatPrecedence(Criterion criterion, String next, int ofTheSeat, int ofTheNext) {

    /** What orders candidates, one after the other. */
    public enum Criterion {
        /** Functions confirmed that the EPCI wants. */
        FONCTIONS_VOULUES,
        /** Functions confirmed. */
        FONCTIONS_CONFIRMEES,
        /** Inhabitants within the radius, compared in whole steps. */
        POPULATION,
        /** Score. */
        NOTE
    }

    /** Of a plan; empty where it proposes no seat, has one candidate, or holds no trace. */
    public static Optional<SeatPrecedence> of(Plan plan) {
        return plan.getSiege() == null
                ? Optional.empty()
                : SeatDecision.of(plan).flatMap(step -> criterion(step).flatMap(one -> of(one, step)));
    }

    private static Optional<Criterion> criterion(RegleEssayee step) {
        if (step.getRule().equals(Rule.EX_AEQUO.name())) {
            return Optional.of(Criterion.NOTE);
        }
        return step.getRule().equals(Rule.ORDRE_DES_CANDIDATES.name())
                ? Arrays.stream(Criterion.values())
                        .filter(one -> one.name().equals(step.getOutcome()))
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<SeatPrecedence> of(Criterion criterion, RegleEssayee step) {
        String figure = criterion.name().toLowerCase(Locale.ROOT);
        Optional<String> next = operand(step, "lieu_2").map(Operande::getText);
        Optional<Integer> first = figure(step, figure + "_1");
        Optional<Integer> second = figure(step, figure + "_2");
        return next.isPresent() && first.isPresent() && second.isPresent()
                ? Optional.of(new SeatPrecedence(criterion, next.get(), first.get(), second.get()))
                : Optional.empty();
    }

    private static Optional<Integer> figure(RegleEssayee step, String name) {
        return operand(step, name).map(Operande::getAmount).map(BigDecimal::intValueExact);
    }

    private static Optional<Operande> operand(RegleEssayee step, String name) {
        return step.getOperands().stream()
                .filter(operand -> operand.getName().equals(name))
                .findFirst();
    }
}
