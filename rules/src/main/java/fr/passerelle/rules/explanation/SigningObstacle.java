package fr.passerelle.rules.explanation;

import fr.passerelle.rules.conversion.Mediation;
import fr.passerelle.rules.conversion.ProposalReason;
import fr.passerelle.rules.financing.Decision;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a plan, or a part of it, should not be signed yet, the most serious first. A choice of the project: the region decides. */
public enum SigningObstacle {
    /** Decisions that contradict each other. */
    CONFLIT,
    /** Seats that nothing separates: the EPCI chooses first. */
    EX_AEQUO,
    /** A seat proposed, or one to choose, whose owner's agreement or step-free access has to be lifted first. */
    A_LEVER,
    /** Fewer inhabitants near mediation than today: it needs a motive. */
    PROXIMITE,
    /** A seat proposed, of which at least one line of aid waits for a study: it has to be handed in first. */
    ETUDE_PREALABLE,
    /** A seat proposed, of which at least one line of aid has no cost: there is no amount to vote. */
    COUT_INCONNU,
    /** Rooms whose bounds contain the threshold: nobody concludes without an examination. */
    A_INSTRUIRE,
    /** Rooms of which recent data are too thin or too few to decide where the money goes. */
    DONNEES_RECENTES,
    /** Rooms without a score. */
    DONNEES_INSUFFISANTES;

    /** Those of a plan. */
    public static Set<SigningObstacle> all(Plan plan) {
        return Arrays.stream(values())
                .filter(obstacle -> obstacle.in(plan))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(SigningObstacle.class)));
    }

    /** Those of some plans that propose a seat, and of which no obstacle is known. */
    public static List<Plan> free(List<Plan> plans) {
        return plans.stream()
                .filter(plan -> plan.getSiege() != null && all(plan).isEmpty())
                .toList();
    }

    /** Whether a pending task, by its name, is an obstacle too. */
    public static boolean isOne(String task) {
        return Arrays.stream(values()).map(Enum::name).anyMatch(task::equals);
    }

    /** The plans that it holds of, in their order. */
    public List<Plan> among(List<Plan> plans) {
        return plans.stream().filter(this::in).toList();
    }

    /** Whether it holds of a plan. */
    public boolean in(Plan plan) {
        return switch (this) {
            case CONFLIT -> !plan.getConflits().isEmpty();
            case PROXIMITE -> plan.getFlags().contains(Mediation.PROXIMITE_EN_BAISSE);
            default -> seats(plan).findAny().isPresent();
        };
    }

    /** The places that it is about; none where it is the whole plan. */
    public Stream<Siege> seats(Plan plan) {
        return switch (this) {
            case CONFLIT, PROXIMITE -> Stream.empty();
            case EX_AEQUO -> plan.getExAequo().stream();
            case A_LEVER -> toLift(plan);
            case ETUDE_PREALABLE -> decided(plan, Decision.ETUDE_PREALABLE);
            case COUT_INCONNU -> decided(plan, Decision.COUT_INCONNU);
            case A_INSTRUIRE -> rooms(plan, Candidature.A_INSTRUIRE, room -> !heldBack(room));
            case DONNEES_RECENTES -> rooms(plan, Candidature.A_INSTRUIRE, SigningObstacle::heldBack);
            case DONNEES_INSUFFISANTES -> rooms(plan, Candidature.DONNEES_INSUFFISANTES, room -> true);
        };
    }

    /** Names of the places that it is about, in the order of the comparison; none where it is the whole plan. */
    public List<String> places(Plan plan) {
        return seats(plan).map(Siege::getName).toList();
    }

    private static Stream<Siege> toLift(Plan plan) {
        return plan.getCandidates().stream()
                .filter(place -> !place.getALever().isEmpty())
                .map(Concurrent::getSiege)
                .filter(place ->
                        place.equals(plan.getSiege()) || plan.getExAequo().contains(place));
    }

    private static Stream<Siege> decided(Plan plan, Decision decision) {
        return Stream.ofNullable(plan.getSiege())
                .filter(seat -> plan.getAid().stream().anyMatch(decision::of));
    }

    private static Stream<Siege> rooms(Plan plan, Candidature candidature, Predicate<Concurrent> which) {
        return plan.getCandidates().stream()
                .filter(room -> room.getCandidature() == candidature)
                .filter(which)
                .map(Concurrent::getSiege);
    }

    private static boolean heldBack(Concurrent room) {
        return ProposalReason.holdingBack(room.getReasons()).isPresent();
    }
}
