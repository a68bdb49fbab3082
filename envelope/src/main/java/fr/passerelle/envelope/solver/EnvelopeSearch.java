package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.Certificate;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.FundingOption;
import fr.passerelle.envelope.rule.Programme;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The best answer to an envelope, and the only one that is returned of those that are as good. */
record EnvelopeSearch(ExactSearch search) {

    /**
     * The best, of which the fewest choices differ from those kept; empty where no answer may be, or none was
     * found before the limit.
     *
     * @param kept for each EPCI what would be no change; nothing where nothing is compared with
     */
    Optional<BestProgramme> best(Choosing choosing, Optional<Programme> start, Map<String, FundingOption> kept) {
        return new LevelSearch(search)
                .best(choosing, start)
                .map(reached -> new BestProgramme(
                        choosing.envelope(),
                        reached.isProven() ? new TieOrder(search).unique(reached, kept) : reached.programme(),
                        reached.niveaux(),
                        search.preuve()));
    }

    /** Nothing for anybody, where that may be. */
    static Optional<Programme> nothing(Envelope envelope) {
        Programme nothing = new Programme(envelope.epcis().stream()
                .collect(Collectors.toMap(
                        EpciChoices::siren, epci -> FundingOption.NOTHING, (one, other) -> one, TreeMap::new)));
        return Optional.of(nothing)
                .filter(programme -> Certificate.of(envelope, programme).holds());
    }
}
