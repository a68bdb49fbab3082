package fr.passerelle.envelope.rule;

import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Programmation;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Valeur;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * From what a run proposes to what may be chosen.
 *
 * @param bareme of the run
 * @param programmation its section on choosing
 * @param epcis what was known of each, by SIREN
 * @param decisions on each, by SIREN, in the order of the log; none where there is no key
 */
public record Envelopes(
        Bareme bareme,
        Programmation programmation,
        YearMonth asOf,
        Map<String, EpciDescribed> epcis,
        Map<String, List<DecisionRecorded>> decisions) {

    /** The choices of the EPCIs that have a plan, of which something is known. */
    public Envelope of(Collection<Plan> plans, Credits credits, Valeur valeur) {
        EnvelopeTerms terms = EnvelopeTerms.of(bareme, programmation, asOf, credits.years());
        List<EpciChoices> choices = plans.stream()
                .flatMap(plan -> Stream.ofNullable(epcis.get(plan.getEpci()))
                        .map(epci ->
                                EpciOptions.of(plan, epci, decisions.getOrDefault(plan.getEpci(), List.of()), terms)))
                .sorted(Comparator.comparing(EpciChoices::siren))
                .toList();
        return new Envelope(credits, programmation.valeur(valeur), choices);
    }
}
