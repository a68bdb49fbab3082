package fr.passerelle.rules.explanation;

import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What made a conclusion change: the rules that came out otherwise, read from the two traces in the order of the rules. */
final class Causes {

    private final Map<String, RegleEssayee> before = new LinkedHashMap<>();
    private final Map<String, RegleEssayee> after = new LinkedHashMap<>();

    private Causes(List<RegleEssayee> before, List<RegleEssayee> after) {
        before.forEach(step -> this.before.put(key(step), step));
        after.forEach(step -> this.after.put(key(step), step));
    }

    /** Rules that came out otherwise; if there is none, those that looked at something else. */
    static List<CauseChangement> between(List<RegleEssayee> before, List<RegleEssayee> after) {
        Causes causes = new Causes(before, after);
        List<CauseChangement> otherwise = causes.outcomes();
        return otherwise.isEmpty() ? causes.operands() : otherwise;
    }

    private List<CauseChangement> outcomes() {
        List<CauseChangement> causes = new ArrayList<>();
        after.forEach((key, step) -> outcome(before.get(key), step).ifPresent(causes::add));
        before.forEach((key, step) -> {
            if (!after.containsKey(key)) {
                causes.add(new CauseChangement(step.getRule(), step.getOn(), null, step.getOutcome(), null));
            }
        });
        return causes;
    }

    private static Optional<CauseChangement> outcome(@Nullable RegleEssayee was, RegleEssayee is) {
        if (was == null) {
            return Optional.of(new CauseChangement(is.getRule(), is.getOn(), null, null, is.getOutcome()));
        }
        if (was.getOutcome().equals(is.getOutcome()) && was.getDecides() == is.getDecides()) {
            return Optional.empty();
        }
        return Optional.of(operand(was, is)
                .orElseGet(
                        () -> new CauseChangement(is.getRule(), is.getOn(), null, was.getOutcome(), is.getOutcome())));
    }

    private List<CauseChangement> operands() {
        return after.entrySet().stream()
                .filter(step -> before.containsKey(step.getKey()))
                .flatMap(step -> operand(before.get(step.getKey()), step.getValue()).stream())
                .toList();
    }

    /** The first operand that differs: facts come before the numbers of the barème. */
    private static Optional<CauseChangement> operand(@Nullable RegleEssayee was, RegleEssayee is) {
        Map<String, @Nullable String> known = new LinkedHashMap<>();
        if (was != null) {
            was.getOperands().forEach(operand -> known.put(operand.getName(), plain(operand)));
        }
        return is.getOperands().stream()
                .filter(operand -> !Objects.equals(known.get(operand.getName()), plain(operand)))
                .findFirst()
                .map(operand -> new CauseChangement(
                        is.getRule(), is.getOn(), operand.getName(), known.get(operand.getName()), plain(operand)));
    }

    private static @Nullable String plain(Operande operand) {
        return operand.getAmount() == null
                ? operand.getText()
                : operand.getAmount().stripTrailingZeros().toPlainString();
    }

    private static String key(RegleEssayee step) {
        return step.getRule() + ' ' + step.getOn();
    }
}
