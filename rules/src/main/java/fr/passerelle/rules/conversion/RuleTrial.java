package fr.passerelle.rules.conversion;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found: what it looked at and what it concludes, in one go.
 *
 * @param <C> what such a rule concludes
 * @param conclusion empty where it leaves its subject to the next rule
 * @param outcome stable code of what came out, or a number's plain text
 * @param looked facts, then numbers of the barème: listed only when they are told
 */
record RuleTrial<C>(Rule rule, Optional<C> conclusion, String outcome, Supplier<Operande[]> looked) {

    /** Leaves its subject to the next rule. */
    static <C> RuleTrial<C> passed(Rule rule, String outcome, Supplier<Operande[]> looked) {
        return new RuleTrial<>(rule, Optional.empty(), outcome, new SharedOperands(looked));
    }

    /** Concludes on its subject, unless an earlier rule did. */
    static <C> RuleTrial<C> concluded(Rule rule, C conclusion, Enum<?> outcome, Supplier<Operande[]> looked) {
        return new RuleTrial<>(rule, Optional.of(conclusion), outcome.name(), new SharedOperands(looked));
    }

    /** Concludes where it holds, else leaves its subject to the next rule. */
    static <C> RuleTrial<C> of(
            boolean holds, Rule rule, C conclusion, Enum<?> outcome, Enum<?> otherwise, Supplier<Operande[]> looked) {
        return holds ? concluded(rule, conclusion, outcome, looked) : passed(rule, otherwise.name(), looked);
    }

    /**
     * The steps of rules tried in order on one subject.
     *
     * @param deciding the one of them that decides; null where none does
     */
    static <C> List<RegleEssayee> steps(String on, List<RuleTrial<C>> ruleTrial, @Nullable RuleTrial<C> deciding) {
        return ruleTrial.stream()
                .map(one ->
                        new RegleEssayee(one.rule.name(), on, List.of(one.looked.get()), one.outcome, one == deciding))
                .toList();
    }

    /**
     * What a rule looked at, listed when it is first told, and one list for all who tell it: where hundreds of places tie, each tells all of
     * them. One thread.
     */
    private static final class SharedOperands implements Supplier<Operande[]> {

        private final Supplier<Operande[]> looked;
        private Operande @Nullable [] listed;

        SharedOperands(Supplier<Operande[]> looked) {
            this.looked = looked;
        }

        @Override
        public Operande[] get() {
            if (listed == null) {
                listed = looked.get();
            }
            return listed;
        }
    }
}
