package fr.passerelle.rules.explanation;

import fr.passerelle.rules.conversion.ProposalReason;
import fr.passerelle.rules.conversion.Seating;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Changement;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.ConditionJugee;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Reponse;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The inputs that moved a conclusion (RULES 6): what was measured, answered or counted of a place, told before the rule that came out
 * otherwise for it. What moved without altering anything that this rule looks at is no cause.
 */
final class MovedInputs {

    private static final Set<Rule> COMPARE =
            EnumSet.of(Rule.PREMIERE_A_INSTRUIRE, Rule.ORDRE_DES_CANDIDATES, Rule.EX_AEQUO);
    private static final Set<String> OF_THE_SEAT = Set.of("SIEGE", "EX_AEQUO", "EN_SUSPENS");

    private final Map<String, CauseChangement> scores;
    private final Map<String, List<CauseChangement>> ofSeats = new HashMap<>();

    /** @param scores what moved the score of a room most, by room; those of the places of a plan are there before the plan is */
    MovedInputs(Map<String, CauseChangement> scores) {
        this.scores = scores;
    }

    /** Of a room that changed: its own, then the rules, then what moved its score for nothing. */
    Changement before(Changement change, Conversion was, Conversion is) {
        List<CauseChangement> rules = change.getCauses();
        CauseChangement score = scores.get(is.getRoomId());
        boolean functions = looks(rules, COMPARE) || looks(rules, EnumSet.of(Rule.FONCTIONS_SUFFISANTES));
        boolean scored = score != null && looks(rules, EnumSet.of(Rule.SEUIL, Rule.EX_AEQUO));
        return with(
                change,
                functions
                        ? functions(Steps.room(is.getRoomId()), was.getFonctions(), is.getFonctions())
                        : Stream.empty(),
                scored ? Stream.of(score) : Stream.empty(),
                rules.stream(),
                Stream.ofNullable(score));
    }

    /** Of a plan whose seat changed: those of the places that came first, and that come first. */
    Changement before(Changement change, Plan was, Plan is) {
        if (change.getValues().stream().noneMatch(value -> OF_THE_SEAT.contains(value.getWhat()))) {
            return change;
        }
        boolean tied = looks(change.getCauses(), EnumSet.of(Rule.EX_AEQUO));
        List<CauseChangement> moved = Stream.of(was, is)
                .flatMap(MovedInputs::foremost)
                .distinct()
                .flatMap(place -> ofThePlace(place, was, is, tied))
                .toList();
        ofSeats.put(change.getEpci(), moved);
        return with(change, moved.stream(), change.getCauses().stream());
    }

    /** Of a room that changed by the comparison alone, the places compared being told since: what moved is another place's. */
    Changement ofOthers(Changement change) {
        List<CauseChangement> causes = change.getCauses();
        return !causes.isEmpty() && looks(causes.subList(0, 1), COMPARE)
                ? with(change, ofSeats.getOrDefault(change.getEpci(), List.of()).stream(), causes.stream())
                : change;
    }

    private static Stream<Siege> foremost(Plan plan) {
        return Stream.of(Stream.ofNullable(plan.getSiege()), plan.getExAequo().stream(), plan.getUndecided().stream())
                .flatMap(places -> places);
    }

    private Stream<CauseChangement> ofThePlace(Siege place, Plan was, Plan is, boolean tied) {
        return Seating.compared(was, place).stream()
                .flatMap(then -> Seating.compared(is, place).stream().flatMap(now -> ofThePlace(then, now, tied)));
    }

    /** Its functions, else its owner's answer, else what its EPCI wants, else its score where that placed it. */
    private Stream<CauseChangement> ofThePlace(Concurrent was, Concurrent is, boolean tied) {
        String on = Steps.seat(is.getSiege());
        boolean scored = isCompared(was) != isCompared(is) || tied && !Objects.equals(was.getScore(), is.getScore());
        return Stream.of(
                        functions(on, was.getFonctions(), is.getFonctions()),
                        differing(Rule.ACCORD_ET_ACCES, on, "accord_proprietaire", agreement(was), agreement(is)),
                        differing(
                                Rule.ORDRE_DES_CANDIDATES,
                                on,
                                "fonctions_voulues",
                                was.getFunctionsWanted(),
                                is.getFunctionsWanted()),
                        Stream.ofNullable(scored ? scores.get(is.getSiege().getId()) : null)
                                .filter(score -> score.getOn().equals(on)))
                .map(Stream::toList)
                .filter(moved -> !moved.isEmpty())
                .findFirst()
                .stream()
                .flatMap(List::stream);
    }

    private static boolean isCompared(Concurrent place) {
        return place.getRank() != null;
    }

    private static Reponse agreement(Concurrent place) {
        if (place.getReasons().contains(ProposalReason.REFUS_PROPRIETAIRE.name())) {
            return Reponse.NON;
        }
        return place.getALever().stream()
                .filter(lift -> lift.getCondition().equals("ACCORD_PROPRIETAIRE"))
                .findFirst()
                .map(ConditionJugee::getReponse)
                .orElse(Reponse.OUI);
    }

    /** Of each function that is judged otherwise, the conditions that moved, each once; else the function itself, filled or no longer. */
    private static Stream<CauseChangement> functions(String on, List<FonctionJugee> was, List<FonctionJugee> is) {
        return is.stream()
                .flatMap(now -> was.stream()
                        .filter(then -> then.getFonction() == now.getFonction())
                        .filter(then -> then.getDisponibilite() != now.getDisponibilite())
                        .flatMap(then -> function(on, then, now)))
                .distinct();
    }

    private static Stream<CauseChangement> function(String on, FonctionJugee was, FonctionJugee is) {
        List<CauseChangement> moved = is.getChecks().stream()
                .flatMap(now -> was.getChecks().stream()
                        .filter(then -> then.getCondition().equals(now.getCondition()))
                        .flatMap(then ->
                                differing(Rule.FONCTIONS_DU_LIEU, on, now.getCondition(), answer(then), answer(now))))
                .toList();
        return moved.isEmpty()
                ? differing(
                        Rule.FONCTIONS_DU_LIEU,
                        on,
                        is.getFonction().name(),
                        was.getDisponibilite(),
                        is.getDisponibilite())
                : moved.stream();
    }

    private static @Nullable String answer(ConditionJugee condition) {
        if (condition.getUnit() == Unite.OUI_NON) {
            return condition.getReponse().name();
        }
        return condition.getFound() == null
                ? null
                : condition.getFound().stripTrailingZeros().toPlainString();
    }

    private static Stream<CauseChangement> differing(
            Rule rule, String on, String operand, @Nullable Object was, @Nullable Object is) {
        return Objects.equals(was, is)
                ? Stream.empty()
                : Stream.of(new CauseChangement(
                        rule.name(),
                        on,
                        operand.toLowerCase(Locale.ROOT),
                        Objects.toString(was, null),
                        Objects.toString(is, null),
                        null));
    }

    private static boolean looks(List<CauseChangement> causes, Set<Rule> rules) {
        return causes.stream()
                .anyMatch(cause -> rules.stream().anyMatch(rule -> rule.name().equals(cause.getRule())));
    }

    @SafeVarargs
    private static Changement with(Changement change, Stream<CauseChangement>... causes) {
        return Changement.newBuilder(change)
                .setCauses(Stream.of(causes).flatMap(some -> some).distinct().toList())
                .build();
    }

    /** The indicator that moved a score most: points × weight, before and after. Told by what of it differs: its value, else its weight, else its scale. */
    record ScoreCause(@Nullable Indicateur was, Indicateur is) {

        /** Nothing where no indicator moved. */
        static Optional<CauseChangement> between(Frequentation was, Frequentation is) {
            return is.getIndicateurs().stream()
                    .map(indicator -> new ScoreCause(found(was, indicator), indicator))
                    .filter(cause -> cause.moved().signum() != 0)
                    .max(Comparator.comparing(ScoreCause::moved))
                    .map(cause -> cause.told(is.getRoomId()));
        }

        private static @Nullable Indicateur found(Frequentation score, Indicateur like) {
            return score.getIndicateurs().stream()
                    .filter(indicator -> indicator.getName() == like.getName())
                    .findFirst()
                    .orElse(null);
        }

        private BigDecimal moved() {
            return weighted(is).subtract(weighted(was)).abs();
        }

        private CauseChangement told(String room) {
            return Stream.of(
                            told(room, "valeur", Indicateur::getValue),
                            told(room, "poids", indicator -> BigDecimal.valueOf(indicator.getWeight())),
                            told(room, "points", Indicateur::getPoints))
                    .filter(cause -> !Objects.equals(cause.getBefore(), cause.getAfter()))
                    .findFirst()
                    .orElseThrow();
        }

        private CauseChangement told(String room, String operand, Function<Indicateur, @Nullable BigDecimal> number) {
            return new CauseChangement(
                    is.getName().name(), Steps.room(room), operand, said(was, number), said(is, number), null);
        }

        private static @Nullable String said(
                @Nullable Indicateur indicator, Function<Indicateur, @Nullable BigDecimal> number) {
            BigDecimal told = indicator == null ? null : number.apply(indicator);
            return told == null ? null : told.toPlainString();
        }

        private static BigDecimal weighted(@Nullable Indicateur indicator) {
            return indicator == null || indicator.getPoints() == null
                    ? BigDecimal.ZERO
                    : indicator.getPoints().multiply(BigDecimal.valueOf(indicator.getWeight()));
        }
    }
}
