package fr.passerelle.rules.explanation;

import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RegleEssayee;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What made a conclusion change: the rules that came out otherwise, read from the two traces in the order of the rules. */
final class Causes {

    private final Map<String, RegleEssayee> before;
    private final Map<String, RegleEssayee> after;

    private Causes(Map<String, RegleEssayee> before, Map<String, RegleEssayee> after) {
        this.before = before;
        this.after = after;
    }

    /** Of a conversion. */
    static List<CauseChangement> between(Conversion before, Conversion after) {
        return between(keyed("", before.getTrace()), keyed("", after.getTrace()));
    }

    /** Of a plan: its own steps, then those of each line of aid, where the same rules are tried on the same EPCI. */
    static List<CauseChangement> between(Plan before, Plan after) {
        return between(keyed(before), keyed(after));
    }

    /** Rules that came out otherwise; if there is none, those that looked at something else. */
    private static List<CauseChangement> between(Map<String, RegleEssayee> before, Map<String, RegleEssayee> after) {
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
        Map<String, Operande> known = was == null ? Map.of() : byName(was.getOperands());
        return byName(is.getOperands()).entrySet().stream()
                .filter(operand -> !Objects.equals(plain(known.get(operand.getKey())), plain(operand.getValue())))
                .findFirst()
                .map(operand -> new CauseChangement(
                        is.getRule(),
                        is.getOn(),
                        operand.getValue().getName(),
                        plain(known.get(operand.getKey())),
                        plain(operand.getValue())));
    }

    /** A rule may look at several places under the same names: each is held against the one of its turn. */
    private static Map<String, Operande> byName(List<Operande> operands) {
        Map<String, Operande> byName = new LinkedHashMap<>();
        operands.forEach(operand -> byName.put(inTurn(operand.getName(), byName), operand));
        return byName;
    }

    private static String inTurn(String key, Map<String, ?> taken) {
        return Stream.iterate(1, turn -> turn + 1)
                .map(turn -> key + ' ' + turn)
                .filter(one -> !taken.containsKey(one))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable String plain(@Nullable Operande operand) {
        if (operand == null) {
            return null;
        }
        return operand.getAmount() == null
                ? operand.getText()
                : operand.getAmount().stripTrailingZeros().toPlainString();
    }

    private static Map<String, RegleEssayee> keyed(Plan plan) {
        Map<String, RegleEssayee> steps = keyed("", plan.getTrace());
        plan.getAid().forEach(line -> steps.putAll(keyed(line.getLine().name(), line.getTrace())));
        return steps;
    }

    private static Map<String, RegleEssayee> keyed(String part, List<RegleEssayee> trace) {
        Map<String, RegleEssayee> steps = new LinkedHashMap<>();
        trace.forEach(step -> steps.put(inTurn(part + ' ' + step.getRule() + ' ' + step.getOn(), steps), step));
        return steps;
    }
}
