package fr.passerelle.rules.explanation.reevaluation;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.RegleEssayee;
import java.util.List;
import java.util.Optional;

/** The steps of a result, by rule. */
record Trace(List<RegleEssayee> steps) {

    /** @throws Untold when the rule was not tried */
    RegleEssayee step(Rule rule) {
        return first(rule).orElseThrow(() -> new Untold(rule.name()));
    }

    Optional<RegleEssayee> first(Rule rule) {
        return all(rule).stream().findFirst();
    }

    Optional<RegleEssayee> first(Rule rule, String on) {
        return all(rule).stream().filter(step -> step.getOn().equals(on)).findFirst();
    }

    List<RegleEssayee> all(Rule rule) {
        return steps.stream().filter(step -> step.getRule().equals(rule.name())).toList();
    }

    /** @throws Untold when the rule was not tried */
    Looked at(Rule rule) {
        return new Looked(step(rule).getOperands());
    }
}
