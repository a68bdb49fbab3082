package fr.passerelle.rules.financing;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.Operande;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a line of the plan is aided at all.
 *
 * @param stop what keeps it from being aided; null where nothing does
 * @param carriedOut whether its cost is borne nonetheless
 */
record Gate(AidStep step, @Nullable Decision stop, boolean carriedOut) {

    private static final String OPEN = "A_FINANCER";

    static Gate open(Rule rule, Operande... looked) {
        return new Gate(new AidStep(rule, OPEN, List.of(looked)), null, true);
    }

    static Gate closed(Rule rule, Decision stop, boolean carriedOut, Operande... looked) {
        return new Gate(new AidStep(rule, stop.name(), List.of(looked)), stop, carriedOut);
    }
}
