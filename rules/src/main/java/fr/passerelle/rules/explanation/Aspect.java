package fr.passerelle.rules.explanation;

import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.ValeurChangee;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a conclusion says: figures that move without it are no change of conclusion.
 *
 * @param what its stable code
 */
record Aspect<T>(String what, Function<T, @Nullable String> value) {

    static final List<Aspect<Conversion>> OF_A_CONVERSION = List.of(
            new Aspect<>("DEVENIR", conversion -> conversion.getKind().name()),
            new Aspect<>(
                    "CANDIDATURE", conversion -> conversion.getCandidature().name()),
            new Aspect<>("PROVISOIRE", conversion -> Boolean.toString(conversion.getProvisoire())),
            new Aspect<>("HOTE", conversion -> host(conversion.getHost())),
            new Aspect<>("SEANCES", conversion -> Integer.toString(conversion.getSessionsAMonth())),
            new Aspect<>(
                    "PAYEUR",
                    conversion -> conversion.getPayeur() == null
                            ? null
                            : conversion.getPayeur().name()));

    static final List<Aspect<Plan>> OF_A_PLAN = Stream.concat(
                    Stream.of(
                            new Aspect<Plan>("SIEGE", Plan::getTiersLieu),
                            new Aspect<Plan>(
                                    "EX_AEQUO",
                                    plan -> listed(plan.getExAequo().stream().map(Siege::getId))),
                            new Aspect<Plan>(
                                    "FONCTIONS",
                                    plan -> listed(plan.getFunctions().stream().map(Enum::name))),
                            new Aspect<Plan>("AIDE_TOTALE", plan -> euros(plan.getAidTotal()))),
                    Stream.of(AidLineName.values()).map(name -> new Aspect<Plan>(name.name(), plan -> aid(plan, name))))
            .toList();

    /** What differs between two conclusions, in the order of the aspects. */
    static <T> List<ValeurChangee> changed(List<Aspect<T>> aspects, T before, T after) {
        return aspects.stream()
                .map(aspect -> new ValeurChangee(
                        aspect.what(),
                        aspect.value().apply(before),
                        aspect.value().apply(after)))
                .filter(changed -> !Objects.equals(changed.getBefore(), changed.getAfter()))
                .toList();
    }

    private static @Nullable String host(@Nullable Host host) {
        if (host == null) {
            return null;
        }
        return host.getId() == null ? "commune:" + host.getInsee() : host.getId();
    }

    private static @Nullable String aid(Plan plan, AidLineName name) {
        return plan.getAid().stream()
                .filter(line -> line.getLine() == name)
                .map(AidLine::getAid)
                .filter(Objects::nonNull)
                .map(Aspect::euros)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String euros(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }

    private static @Nullable String listed(Stream<String> words) {
        String list = words.collect(Collectors.joining(", "));
        return list.isEmpty() ? null : list;
    }
}
