package fr.passerelle.rules.explanation;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why something changed (RULES 6), the one function that says it, the inputs that moved apart ({@link MovedInputs}): of the rules that may alter what changed, those that came out otherwise,
 * read from the two traces in the order of the rules. The first is the reason.
 */
final class Causes {

    private final @Nullable AidLineName line;
    private final Map<String, RegleEssayee> before;
    private final Map<String, RegleEssayee> after;

    private Causes(@Nullable AidLineName line, List<RegleEssayee> before, List<RegleEssayee> after) {
        this.line = line;
        this.before = keyed(before);
        this.after = keyed(after);
    }

    /** @param changed what differs between the two conclusions, the most decisive first */
    static <T> List<CauseChangement> of(List<Aspect<T>> changed, T before, T after) {
        return changed.stream()
                .flatMap(aspect -> of(aspect, before, after).told().stream())
                .distinct()
                .toList();
    }

    private static <T> Causes of(Aspect<T> aspect, T before, T after) {
        return new Causes(aspect.line(), steps(aspect, before), steps(aspect, after));
    }

    private static <T> List<RegleEssayee> steps(Aspect<T> aspect, T of) {
        return aspect.trace().apply(of).stream()
                .filter(step -> aspect.rules().contains(Rule.valueOf(step.getRule())))
                .toList();
    }

    /** Rules that came out otherwise; if there is none, those that looked at something else, or only no longer decide. */
    private List<CauseChangement> told() {
        return Stream.of(outcomes(), operands(), decisions())
                .filter(causes -> !causes.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<CauseChangement> outcomes() {
        List<CauseChangement> causes = new ArrayList<>();
        after.forEach((key, step) -> outcome(before.get(key), step).ifPresent(causes::add));
        before.forEach((key, step) -> {
            if (!after.containsKey(key)) {
                causes.add(cause(step, null, step.getOutcome(), null));
            }
        });
        return causes;
    }

    private Optional<CauseChangement> outcome(@Nullable RegleEssayee was, RegleEssayee is) {
        if (was == null) {
            return Optional.of(cause(is, null, null, is.getOutcome()));
        }
        if (was.getOutcome().equals(is.getOutcome())) {
            return Optional.empty();
        }
        return Optional.of(operand(was, is).orElseGet(() -> cause(is, null, was.getOutcome(), is.getOutcome())));
    }

    private List<CauseChangement> operands() {
        return after.entrySet().stream()
                .filter(step -> before.containsKey(step.getKey()))
                .flatMap(step -> operand(before.get(step.getKey()), step.getValue()).stream())
                .toList();
    }

    private List<CauseChangement> decisions() {
        return after.entrySet().stream()
                .flatMap(step -> Optional.ofNullable(before.get(step.getKey()))
                        .filter(was -> was.getDecides() != step.getValue().getDecides())
                        .map(was -> cause(step.getValue(), null, was.getOutcome(), was.getOutcome()))
                        .stream())
                .toList();
    }

    /** The first operand that differs: facts come before the numbers of the barème. */
    private Optional<CauseChangement> operand(@Nullable RegleEssayee was, RegleEssayee is) {
        Map<String, Operande> known = was == null ? Map.of() : byName(was.getOperands());
        return byName(is.getOperands()).entrySet().stream()
                .filter(operand -> !Objects.equals(plain(known.get(operand.getKey())), plain(operand.getValue())))
                .findFirst()
                .map(operand -> cause(
                        is,
                        operand.getValue().getName(),
                        plain(known.get(operand.getKey())),
                        plain(operand.getValue())));
    }

    private CauseChangement cause(
            RegleEssayee step, @Nullable String operand, @Nullable String was, @Nullable String is) {
        return new CauseChangement(step.getRule(), step.getOn(), operand, was, is, line);
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

    private static Map<String, RegleEssayee> keyed(List<RegleEssayee> trace) {
        Map<String, RegleEssayee> steps = new LinkedHashMap<>();
        trace.forEach(step -> steps.put(inTurn(step.getRule() + ' ' + step.getOn(), steps), step));
        return steps;
    }
}
