package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.Certificate;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.schemas.bareme.Programmation.ValeurRule;
import fr.passerelle.schemas.event.Comparaison;
import fr.passerelle.schemas.event.Critere;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The same credits under each value function, so that nobody takes one of them for the only one. */
record ValeurComparison(ExactSearch search, BestProgramme best) {

    /** In the order of their names in the contract. */
    List<Comparaison> all(List<ValeurRule> valeurs) {
        return valeurs.stream()
                .sorted(Comparator.comparing(ValeurRule::valeur))
                .map(valeur -> comparison(valeur, best(valeur)))
                .toList();
    }

    private BestProgramme best(ValeurRule valeur) {
        if (valeur.equals(best.envelope().valeur())) {
            return best;
        }
        Envelope envelope = best.envelope().with(valeur);
        return new EnvelopeSearch(search.fresh())
                .best(Choosing.under(envelope), Optional.of(best.programme()), Map.of())
                .orElseThrow();
    }

    private static Comparaison comparison(ValeurRule valeur, BestProgramme found) {
        List<Long> criteria = Stream.of(Critere.values())
                .map(critere -> Certificate.value(found.envelope(), found.programme(), critere))
                .toList();
        List<String> openings = found.envelope().epcis().stream()
                .filter(epci -> found.programme().of(epci).opens())
                .map(EpciChoices::siren)
                .toList();
        return new Comparaison(valeur.valeur(), found.preuve(), criteria, openings);
    }
}
