package fr.passerelle.console.plan;

import fr.passerelle.console.change.ChangeLines;
import fr.passerelle.console.change.ChangeLines.ChangeLine;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.published.current.PastPlan;
import fr.passerelle.published.current.PastRun;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.difference.ProposalNames;
import fr.passerelle.rules.explanation.Changes;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.event.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as a run made it, now or before.
 *
 * @param plan null where it was withdrawn, and where it does not hold
 * @param change what differs in its conclusion from the one before; null where only figures moved, or none was before
 */
public record Version(
        PastRun run,
        boolean first,
        @Nullable Plan plan,
        boolean holds,
        @Nullable ChangeLine change) {

    /**
     * Those of an EPCI, the latest first.
     *
     * @param plans the latest first
     */
    static List<Version> of(List<PastPlan> plans, PublishedResults published, PageTexts texts) {
        List<Version> versions = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            PastPlan one = plans.get(i);
            boolean first = i + 1 == plans.size();
            boolean compared = !first && one.holds() && plans.get(i + 1).holds();
            Optional<ChangeLine> change =
                    compared ? between(plans.get(i + 1), one, published, texts) : Optional.empty();
            versions.add(new Version(one.run(), first, one.plan(), one.holds(), change.orElse(null)));
        }
        return versions;
    }

    private static Optional<ChangeLine> between(
            PastPlan before, PastPlan after, PublishedResults published, PageTexts texts) {
        Proposals was = alone(before);
        ChangeLines lines = new ChangeLines(published, ProposalNames.of(was).all(), texts);
        return Changes.between(was, alone(after)).list().stream().findFirst().map(lines::of);
    }

    private static Proposals alone(PastPlan one) {
        Plan plan = one.plan();
        return Proposals.of(List.of(), List.of(), plan == null ? List.of() : List.of(plan));
    }
}
