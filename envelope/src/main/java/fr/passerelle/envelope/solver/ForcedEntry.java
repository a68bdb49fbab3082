package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.FundingOption;
import fr.passerelle.schemas.event.Deplacement;
import fr.passerelle.schemas.event.Remplacement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What takes the place of an EPCI that waits: the best answer in which it is forced, as near as can be to the one without. */
record ForcedEntry(EnvelopeSearch search, BestProgramme best) {

    Remplacement of(WaitingEpci waiting) {
        return search.best(
                        Choosing.under(best.envelope()).and(waiting::force),
                        Optional.empty(),
                        best.programme().bySiren())
                .map(forced -> new Remplacement(true, displaced(forced), forced.niveaux()))
                .orElseGet(() -> new Remplacement(false, List.of(), List.of()));
    }

    private List<Deplacement> displaced(BestProgramme forced) {
        return best.envelope().epcis().stream()
                .flatMap(epci -> displaced(epci, forced).stream())
                .toList();
    }

    private Optional<Deplacement> displaced(EpciChoices epci, BestProgramme forced) {
        FundingOption before = best.programme().of(epci);
        FundingOption after = forced.programme().of(epci);
        return Stream.of(after)
                .filter(option -> isLater(epci, before, option))
                .map(option -> new Deplacement(
                        epci.siren(), before.financement(), year(before), option.financement(), year(option)))
                .findFirst();
    }

    /** It leaves or slips: openings stand before studies, and the earliest first. */
    private static boolean isLater(EpciChoices epci, FundingOption before, FundingOption after) {
        return epci.options().indexOf(after) > epci.options().indexOf(before);
    }

    private static @Nullable Integer year(FundingOption option) {
        return option.isSameAs(FundingOption.NOTHING) ? null : option.year();
    }
}
