package fr.passerelle.console.map;

import fr.passerelle.schemas.event.Plan;
import java.util.Collection;
import java.util.List;

/**
 * How many EPCIs are proposed something.
 *
 * @param number from 0
 */
public record MarkCount(Mark mark, int number) {

    /** What an EPCI may be proposed, the most decided first. */
    public static final List<Mark> PROPOSED =
            List.of(Mark.TIERS_LIEU, Mark.EX_AEQUO, Mark.EXISTANT, Mark.A_INSTRUIRE, Mark.ETAPE_NOMADE, Mark.AUCUNE);

    /** Those of some plans, in that order. */
    public static List<MarkCount> of(Collection<Plan> plans) {
        return PROPOSED.stream().map(mark -> of(mark, plans)).toList();
    }

    private static MarkCount of(Mark mark, Collection<Plan> plans) {
        return new MarkCount(
                mark,
                Math.toIntExact(
                        plans.stream().filter(plan -> Mark.of(plan) == mark).count()));
    }
}
