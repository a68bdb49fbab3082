package fr.passerelle.rules.explanation;

import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Changement;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Results as they were and as they are, held against each other one by one, so that nobody has to hold all of them: scores first, since they
 * are why conversions change, then conversions, then plans, each by identifier. Null stands for a result that is not there.
 */
public final class ComparedResults {

    private static final ComparedKind<Plan> PLANS =
            new ComparedKind<>("PLAN", Plan::getEpci, Plan::getEpci, Aspect.OF_A_PLAN);
    private static final ComparedKind<Conversion> CONVERSIONS =
            new ComparedKind<>("CONVERSION", Conversion::getRoomId, Conversion::getEpci, Aspect.OF_A_CONVERSION);

    private final Map<String, CauseChangement> scoreCauses = new HashMap<>();
    private final MovedInputs inputs = new MovedInputs(scoreCauses);
    private final List<Changement> list = new ArrayList<>();
    private final Totals before = new Totals();
    private final Totals after = new Totals();
    private int same;

    /** A score. */
    public void score(@Nullable Frequentation was, @Nullable Frequentation is) {
        if (was != null && is != null) {
            String room = is.getRoomId();
            ScoreCause.between(was, is).ifPresent(cause -> scoreCauses.put(room, cause));
        }
    }

    /** A conversion. */
    public void conversion(@Nullable Conversion was, @Nullable Conversion is) {
        compare(CONVERSIONS
                .change(was, is)
                .map(change -> was == null || is == null ? change : inputs.before(change, was, is)));
    }

    /** Conversions that are what they were, in any order. */
    public void sameConversions(int count) {
        same += count;
    }

    /** A plan. */
    public void plan(@Nullable Plan was, @Nullable Plan is) {
        before.add(was);
        after.add(is);
        compare(PLANS.change(was, is)
                .map(change -> was == null || is == null ? change : inputs.before(change, was, is)));
    }

    /** What all of them changed. */
    public Changes changes() {
        List<Changement> told = list.stream()
                .map(change -> change.getType().equals(CONVERSIONS.type()) ? inputs.ofOthers(change) : change)
                .toList();
        return new Changes(told, same, Map.copyOf(scoreCauses), before.told(), after.told());
    }

    private void compare(Optional<Changement> change) {
        change.ifPresentOrElse(list::add, () -> same++);
    }
}
