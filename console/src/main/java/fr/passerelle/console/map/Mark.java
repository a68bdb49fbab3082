package fr.passerelle.console.map;

import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is proposed, as maps and lists mark it: each with its own shape, so that colour is never alone. */
public enum Mark {
    /** A tiers lieu proposed: a hexagon. */
    TIERS_LIEU(-6, -10, "h12l6,10l-6,10h-12l-6,-10z"),
    /** Places that nothing separates, the EPCI chooses: a triangle. */
    EX_AEQUO(0, -10, "l10,17h-20z"),
    /** An EPCI that already has its tiers lieu: a square. */
    EXISTANT(-7, -7, "h14v14h-14z"),
    /** Left to examine: a diamond. */
    A_INSTRUIRE(0, -9, "l9,9l-9,9l-9,-9z"),
    /** A room that too little is known of: a hollow square. */
    DONNEES_INSUFFISANTES(-5, -5, "h10v10h-10z"),
    /** An étape of the nomadic mediation, or an EPCI with étapes only: a disc, drawn as a round dot since there are thousands of them. */
    ETAPE_NOMADE(0, 0, "h0"),
    /** Nothing: a cross. */
    AUCUNE(-4, -4, "l8,8m0,-8l-8,8");

    private final int left;
    private final int top;
    private final String outline;

    Mark(int left, int top, String outline) {
        this.left = left;
        this.top = top;
        this.outline = outline;
    }

    /** What a plan concludes for its EPCI. */
    public static Mark of(Plan plan) {
        if (plan.getSiege() != null) {
            return TIERS_LIEU;
        }
        if (!plan.getExAequo().isEmpty()) {
            return EX_AEQUO;
        }
        if (plan.getExistingTiersLieu() != null) {
            return EXISTANT;
        }
        if (plan.getAInstruire() > 0) {
            return A_INSTRUIRE;
        }
        return plan.getEtapes() > 0 ? ETAPE_NOMADE : AUCUNE;
    }

    /** That of a place by where it stands; of nothing where it stands nowhere. */
    public static Mark of(@Nullable Candidature candidature) {
        return switch (candidature) {
            case null -> AUCUNE;
            case RETENUE -> TIERS_LIEU;
            case EX_AEQUO -> EX_AEQUO;
            case A_INSTRUIRE -> A_INSTRUIRE;
            case DONNEES_INSUFFISANTES -> DONNEES_INSUFFISANTES;
            case CANDIDATE, SOUS_LE_SEUIL, FONCTIONS_INSUFFISANTES, REFUS_PROPRIETAIRE -> ETAPE_NOMADE;
        };
    }

    /** Its shape around a point, 8 to 20 pixels wide with its stroke, as the d of an SVG path. */
    public String at(int x, int y) {
        return "M" + (x + left) + "," + (y + top) + outline;
    }

    /** End of the classes that colour it, such as tiers_lieu. */
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many EPCIs are proposed something, from 0. */
    public record MarkCount(Mark mark, long number) {

        /** What an EPCI may be proposed, the most decided first. */
        public static final List<Mark> PROPOSED = List.of(
                Mark.TIERS_LIEU, Mark.EX_AEQUO, Mark.EXISTANT, Mark.A_INSTRUIRE, Mark.ETAPE_NOMADE, Mark.AUCUNE);

        /** Those of some plans, in that order. */
        public static List<MarkCount> of(Collection<Plan> plans) {
            return PROPOSED.stream()
                    .map(mark -> new MarkCount(
                            mark,
                            plans.stream().filter(plan -> Mark.of(plan) == mark).count()))
                    .toList();
        }
    }

    /** A place of a plan with its mark. */
    public record MarkedPlace(String id, String name, String insee, Mark mark) {

        /** Those of a plan: the seats, then its other rooms by identifier. */
        public static List<MarkedPlace> of(Plan plan) {
            Stream<MarkedPlace> seats = Stream.concat(
                    Stream.ofNullable(plan.getSiege()).map(seat -> of(seat, Mark.TIERS_LIEU)),
                    plan.getExAequo().stream().map(seat -> of(seat, Mark.EX_AEQUO)));
            Stream<MarkedPlace> rooms = plan.getRooms().stream()
                    .filter(room -> !isSeat(room.getRoomId(), plan))
                    .map(room -> new MarkedPlace(
                            room.getRoomId(), room.getName(), room.getInsee(), Mark.of(room.getCandidature())));
            return Stream.concat(seats, rooms).toList();
        }

        private static boolean isSeat(String roomId, Plan plan) {
            return Stream.concat(Stream.ofNullable(plan.getSiege()), plan.getExAequo().stream())
                    .anyMatch(seat -> seat.getId().equals(roomId));
        }

        private static MarkedPlace of(Siege seat, Mark mark) {
            return new MarkedPlace(seat.getId(), seat.getName(), seat.getInsee(), mark);
        }
    }
}
