package fr.passerelle.rules.explanation;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.ValeurChangee;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
            ofARoom("DEVENIR", OF_A_SEAT, conversion -> conversion.getKind().name()),
            ofARoom(
                    "CANDIDATURE",
                    OF_A_SEAT,
                    conversion -> conversion.getCandidature().name()),
            ofARoom(
                    "PROVISOIRE",
                    EnumSet.of(Rule.PROVISOIRE),
                    conversion -> Boolean.toString(conversion.getProvisoire())),
            ofARoom("HOTE", EnumSet.of(Rule.HOTE), conversion -> host(conversion.getHost())),
            ofARoom(
                    "SEANCES",
                    EnumSet.of(Rule.SEANCES),
                    conversion -> Integer.toString(conversion.getSessionsAMonth())),
            ofARoom(
                    "PAYEUR",
                    EnumSet.of(Rule.PAYEUR),
                    conversion -> conversion.getPayeur() == null
                            ? null
                            : conversion.getPayeur().name()));

    static final List<Aspect<Plan>> OF_A_PLAN = Stream.concat(
                    Stream.of(
                            ofASeat("SIEGE", Plan::getTiersLieu),
                            ofASeat(
                                    "EX_AEQUO",
                                    plan -> listed(plan.getExAequo().stream().map(Siege::getId))),
                            ofASeat(
                                    "EN_SUSPENS",
                                    plan -> listed(plan.getUndecided().stream().map(Siege::getId))),
                            ofASeat(
                                    "FONCTIONS",
                                    plan -> listed(plan.getFunctions().stream().map(Enum::name))),
                            new Aspect<Plan>(
                                    "AIDE_TOTALE",
                                    null,
                                    Set.of(),
                                    plan -> List.of(),
                                    plan -> euros(plan.getAidTotal()))),
                    Stream.of(AidLineName.values()).map(Aspect::ofAid))
            .toList();

    private static Aspect<Conversion> ofARoom(
            String what, Set<Rule> rules, Function<Conversion, @Nullable String> value) {
        return new Aspect<>(what, null, rules, Conversion::getTrace, value);
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
                plan -> line(plan, name).map(AidLine::getTrace).orElseGet(List::of),
                plan -> line(plan, name).map(AidLine::getAid).map(Aspect::euros).orElse(null));
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

    private static Optional<AidLine> line(Plan plan, AidLineName name) {
        return plan.getAid().stream().filter(line -> line.getLine() == name).findFirst();
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

    private static @Nullable String listed(Stream<String> words) {
        String list = words.collect(Collectors.joining(", "));
        return list.isEmpty() ? null : list;
    }
}
