package fr.passerelle.console.programme;

import fr.passerelle.published.place.NameOrder;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Comparaison;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.Valeur;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the same credits give under one of the value functions.
 *
 * @param text what it means, in the words of the barème; empty where it has no value functions
 * @param chosen whether it is that of the scenario
 * @param preuve whether its choice is the best
 * @param criteria what its own best choice reaches on each criterion, in the order of the enum
 * @param openings names of the EPCIs that it opens
 */
public record ValeurColumn(
        Valeur valeur, String text, boolean chosen, Preuve preuve, List<Long> criteria, List<String> openings) {

    static List<ValeurColumn> of(Enveloppe envelope, Bareme bareme) {
        Map<String, String> names =
                envelope.getChoix().stream().collect(Collectors.toMap(ChoixEpci::getEpci, ChoixEpci::getName));
        return envelope.getComparaisons().stream()
                .map(each -> of(each, envelope.getValeur(), bareme, names))
                .toList();
    }

    private static ValeurColumn of(Comparaison comparison, Valeur chosen, Bareme bareme, Map<String, String> names) {
        return new ValeurColumn(
                comparison.getValeur(),
                bareme.programmation()
                        .map(rules -> rules.valeur(comparison.getValeur()).text())
                        .orElse(""),
                comparison.getValeur() == chosen,
                comparison.getPreuve(),
                comparison.getCriteres(),
                comparison.getOuvertures().stream()
                        .map(siren -> names.getOrDefault(siren, siren))
                        .sorted(Comparator.comparing(NameOrder::key))
                        .toList());
    }
}
