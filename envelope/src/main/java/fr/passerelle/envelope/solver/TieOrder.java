package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.FundingOption;
import fr.passerelle.envelope.rule.Programme;
import fr.passerelle.envelope.solver.ExactSearch.End;
import fr.passerelle.envelope.solver.LevelSearch.Reached;
import java.util.Map;
import java.util.Optional;

/**
 * One answer among those that are equally good: the one with the fewest changes against what was adopted, then, by SIREN, the one whose first
 * EPCI takes the earliest of its options.
 */
record TieOrder(ExactSearch search) {

    /** @param kept for each EPCI the option that would be no change; nothing where no scenario was adopted */
    Programme unique(Reached reached, Map<String, FundingOption> kept) {
        if (kept.isEmpty()) {
            return earliest(reached.choosing(), reached.programme());
        }
        End end = search.greatest(
                reached.choosing(),
                model -> model.sum((epci, option) -> isKept(kept, epci, option)).build(),
                Optional.of(reached.programme()));
        return end instanceof End.Answer answer
                ? earliest(
                        reached.choosing()
                                .and(model -> model.model()
                                        .addGreaterOrEqual(
                                                model.sum((epci, option) -> isKept(kept, epci, option)),
                                                answer.value())),
                        answer.programme())
                : reached.programme();
    }

    private static long isKept(Map<String, FundingOption> kept, EpciChoices epci, FundingOption option) {
        FundingOption before = kept.get(epci.siren());
        return before != null && before.isSameAs(option) ? 1 : 0;
    }

    /** Each search proves that nobody before a place may be earlier, and brings the one of that place to its earliest option. */
    private Programme earliest(Choosing choosing, Programme first) {
        Choosing held = choosing;
        Programme programme = first;
        int from = 0;
        while (search.greatest(held, new EarlierChoice(programme, from), Optional.empty())
                instanceof End.Answer answer) {
            programme = answer.programme();
            if (!answer.isProven()) {
                return programme;
            }
            int settled = EarlierChoice.place(answer.value()) + 1;
            held = held.and(new SettledChoices(programme, from, settled));
            from = settled;
        }
        return programme;
    }
}
