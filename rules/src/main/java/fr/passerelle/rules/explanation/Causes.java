package fr.passerelle.rules.explanation;

import fr.passerelle.rules.financing.Financing;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.ValeurChangee;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        return operand == null ? null : Steps.plain(operand);
    }

    private static Map<String, RegleEssayee> keyed(List<RegleEssayee> trace) {
        Map<String, RegleEssayee> steps = new LinkedHashMap<>();
        trace.forEach(step -> steps.put(inTurn(step.getRule() + ' ' + step.getOn(), steps), step));
        return steps;
    }

    /**
     * One thing that a conclusion says: figures that move without it are no change of conclusion.
     *
     * @param what its stable code
     * @param line the line of aid that it is; null for another thing
     * @param rules those that may alter it: what is only shown beside a conclusion is in none
     * @param trace steps among which these rules are found
     * @param value as it is told; null where there is none
     */
    record Aspect<T>(
            String what,
            @Nullable AidLineName line,
            Set<Rule> rules,
            Function<T, List<RegleEssayee>> trace,
            Function<T, @Nullable String> value) {

        private static final Set<Rule> OF_A_SEAT = EnumSet.of(
                Rule.NOTE_EXISTANTE,
                Rule.SEUIL,
                Rule.FONCTIONS_SUFFISANTES,
                Rule.ACCORD_ET_ACCES,
                Rule.DONNEES_RECENTES,
                Rule.PETITS_NOMBRES,
                Rule.PREMIERE_A_INSTRUIRE,
                Rule.ORDRE_DES_CANDIDATES,
                Rule.EX_AEQUO,
                Rule.TIERS_LIEU_EXISTANT,
                Rule.TIERS_LIEUX_MAXIMUM,
                Rule.SALLES_DE_LA_REGION);

        static final List<Aspect<Conversion>> OF_A_CONVERSION = List.of(
                ofARoom("DEVENIR", OF_A_SEAT, Conversion::getKind),
                ofARoom("CANDIDATURE", OF_A_SEAT, Conversion::getCandidature),
                ofARoom("PROVISOIRE", EnumSet.of(Rule.PROVISOIRE), Conversion::getProvisoire),
                ofARoom("HOTE", EnumSet.of(Rule.HOTE), conversion -> host(conversion.getHost())),
                ofARoom("SEANCES", EnumSet.of(Rule.SEANCES), Conversion::getSessionsAMonth),
                ofARoom("PAYEUR", EnumSet.of(Rule.PAYEUR), Conversion::getPayeur));

        static final List<Aspect<Plan>> OF_A_PLAN = Stream.concat(
                        Stream.of(
                                ofASeat("SIEGE", Plan::getTiersLieu),
                                ofASeat("EX_AEQUO", plan -> listed(plan.getExAequo(), Siege::getId)),
                                ofASeat("EN_SUSPENS", plan -> listed(plan.getUndecided(), Siege::getId)),
                                ofASeat("FONCTIONS", plan -> listed(plan.getFunctions(), Enum::name)),
                                new Aspect<Plan>(
                                        "AIDE_TOTALE",
                                        null,
                                        Set.of(),
                                        plan -> List.of(),
                                        plan -> euros(plan.getAidTotal()))),
                        Stream.of(AidLineName.values()).map(Aspect::ofAid))
                .toList();

        private static Aspect<Conversion> ofARoom(
                String what, Set<Rule> rules, Function<Conversion, @Nullable Object> value) {
            return new Aspect<>(
                    what, null, rules, Conversion::getTrace, room -> Objects.toString(value.apply(room), null));
        }

        /** What was found on the EPCI itself: what became of one of its places need not have moved the seat. */
        private static Aspect<Plan> ofASeat(String what, Function<Plan, @Nullable String> value) {
            return new Aspect<>(
                    what,
                    null,
                    OF_A_SEAT,
                    plan -> plan.getTrace().stream()
                            .filter(step -> step.getOn().equals(Steps.epci(plan.getEpci())))
                            .toList(),
                    value);
        }

        private static Aspect<Plan> ofAid(AidLineName name) {
            return new Aspect<>(
                    name.name(),
                    name,
                    EnumSet.range(Rule.ETUDE, Rule.PARTICIPATION_MINIMALE),
                    plan -> Financing.lineOf(plan, name).map(AidLine::getTrace).orElseGet(List::of),
                    plan -> Financing.lineOf(plan, name)
                            .map(AidLine::getAid)
                            .map(Aspect::euros)
                            .orElse(null));
        }

        /** Those of the aspects that differ between two conclusions, in their order. */
        static <T> List<Aspect<T>> changed(List<Aspect<T>> aspects, T before, T after) {
            return aspects.stream()
                    .filter(aspect -> !Objects.equals(aspect.value.apply(before), aspect.value.apply(after)))
                    .toList();
        }

        /** What it was and what it is. */
        ValeurChangee told(T before, T after) {
            return new ValeurChangee(what, value.apply(before), value.apply(after));
        }

        private static @Nullable String host(@Nullable Host host) {
            if (host == null) {
                return null;
            }
            return host.getId() == null ? "commune:" + host.getInsee() : host.getId();
        }

        private static @Nullable String euros(@Nullable BigDecimal amount) {
            return amount == null ? null : amount.toPlainString();
        }

        private static <E> @Nullable String listed(List<E> all, Function<E, String> word) {
            String list = all.stream().map(word).collect(Collectors.joining(", "));
            return list.isEmpty() ? null : list;
        }
    }
}
