package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.EuroCents;
import fr.passerelle.envelope.rule.FundingOption;
import fr.passerelle.envelope.solver.ExactSearch.End;
import fr.passerelle.schemas.event.CreditManquant;
import fr.passerelle.schemas.event.LevierEssaye;
import fr.passerelle.schemas.event.LevierPropre;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What would let in one EPCI that waits, so that no level is lost.
 *
 * @param search that remembers whether all of it is proven
 */
record WaitReason(ExactSearch search, BestProgramme best, WaitingEpci waiting) {

    /** The least more of each year's credits, by year. */
    List<CreditManquant> credits() {
        return IntStream.rangeClosed(
                        best.envelope().credits().years().first(),
                        best.envelope().lastYear())
                .mapToObj(this::credit)
                .toList();
    }

    /** What it could change itself. */
    List<LevierEssaye> levers() {
        return List.of(
                new CostLever(search, best.envelope(), waiting, noLoss()).lever(),
                new LevierEssaye(LevierPropre.FONCTION, null, false, true),
                new LevierEssaye(LevierPropre.ANNEE_PLUS_TARD, null, entersLater(), false));
    }

    private CreditManquant credit(int year) {
        End end = search.greatest(
                Choosing.withoutLimits(best.envelope()).and(waiting::force).and(noLoss()),
                new ExtraCredit(year),
                Optional.empty());
        return new CreditManquant(year, end instanceof End.Answer answer ? EuroCents.euros(-answer.value()) : null);
    }

    private boolean entersLater() {
        FundingOption first = waiting.epci().options().stream()
                .filter(waiting::enters)
                .findFirst()
                .orElseThrow();
        List<FundingOption> later = waiting.epci().options().stream()
                .filter(option -> !option.equals(first))
                .toList();
        Choosing choosing = Choosing.under(new EnvelopeChanges(best.envelope()).options(waiting.epci(), later));
        return later.stream().anyMatch(waiting::enters)
                && search.any(choosing.and(waiting::force).and(noLoss())) instanceof End.Answer;
    }

    private NoLoss noLoss() {
        return new NoLoss(best.niveaux());
    }
}
