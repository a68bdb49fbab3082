package fr.passerelle.rules.conversion;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found: what it looked at and what it concludes, in one go.
 *
 * @param <C> what such a rule concludes
 * @param conclusion empty where it leaves its subject to the next rule
 * @param outcome stable code of what came out, or a number's plain text
 * @param operands facts, then numbers of the barème
 */
record Tried<C>(Rule rule, Optional<C> conclusion, String outcome, List<Operande> operands) {

    /** Leaves its subject to the next rule. */
    static <C> Tried<C> passed(Rule rule, String outcome, Operande... operands) {
        return new Tried<>(rule, Optional.empty(), outcome, List.of(operands));
    }

    /** Concludes on its subject, unless an earlier rule did. */
    static <C> Tried<C> concluded(Rule rule, C conclusion, String outcome, Operande... operands) {
        return new Tried<>(rule, Optional.of(conclusion), outcome, List.of(operands));
    }

    /**
     * The steps of rules tried in order on one subject.
     *
     * @param deciding the one of them that decides; null where none does
     */
    static <C> List<RegleEssayee> steps(String on, List<Tried<C>> tried, @Nullable Tried<C> deciding) {
        return tried.stream().map(one -> one.step(on, one == deciding)).toList();
    }

    private RegleEssayee step(String on, boolean decides) {
        Operande[] looked = operands.toArray(Operande[]::new);
        return decides ? Steps.decided(rule, on, outcome, looked) : Steps.passed(rule, on, outcome, looked);
    }
}
