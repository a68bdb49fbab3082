package fr.passerelle.schemas.bareme;

import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.Valeur;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;

/**
 * What choosing under an envelope rests on: never an input of a score, of a proposal or of an aid.
 *
 * @param defaultOpening day and month of an opening that nobody told
 * @param needWeights how many times an inhabitant counts where need is at this level, from 0
 * @param valeurs the value functions, in the order of the text
 */
public record Programmation(MonthDay defaultOpening, Map<Besoin, Integer> needWeights, List<ValeurRule> valeurs) {

    /**
     * A value function: a level only decides among what is best on all before it, so that no weight is hidden.
     *
     * @param text what it means, in French
     * @param levels in their order, at least one, none twice
     */
    public record ValeurRule(Valeur valeur, String text, List<Critere> levels) {}

    /** One of the value functions. */
    public ValeurRule valeur(Valeur name) {
        return valeurs.stream()
                .filter(rule -> rule.valeur() == name)
                .findFirst()
                .orElseThrow();
    }
}
