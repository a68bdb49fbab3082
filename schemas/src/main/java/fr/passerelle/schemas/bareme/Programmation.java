package fr.passerelle.schemas.bareme;

import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.Valeur;
import java.time.MonthDay;
import java.util.EnumMap;
import java.util.HashSet;
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

    /** More would not be told apart in whole numbers of 64 bits. */
    private static final int MOST = 3;

    /** A value function: of its levels, in order, at least one, none twice, one decides only among the best on all before it: no hidden weight. */
    public record ValeurRule(Valeur valeur, String text, List<Critere> levels) {}

    /** One of the value functions. */
    public ValeurRule valeur(Valeur name) {
        return valeurs.stream()
                .filter(rule -> rule.valeur() == name)
                .findFirst()
                .orElseThrow();
    }

    static Programmation read(Section section) {
        return new Programmation(
                section.sourced("ouverture_par_defaut").monthDay(),
                section.section("poids_du_besoin", Programmation::weights),
                section.section("valeurs", valeurs -> valeurs.each(Valeur.class, Programmation::valeur)));
    }

    private static Map<Besoin, Integer> weights(Section section) {
        Map<Besoin, Integer> weights = new EnumMap<>(Besoin.class);
        section.each(
                        Besoin.class,
                        (besoin, weight) ->
                                Map.entry(besoin, weight.sourcedValue().whole(0, 100)))
                .forEach(weight -> weights.put(weight.getKey(), weight.getValue()));
        return weights;
    }

    private static ValeurRule valeur(Valeur name, Section section) {
        List<Critere> levels =
                section.list("niveaux", level -> level.sourced("critere").oneOf(Critere.class));
        section.require(
                "niveaux",
                !levels.isEmpty() && levels.size() <= MOST && new HashSet<>(levels).size() == levels.size(),
                "il en faut de un à trois, et chacun une seule fois");
        return new ValeurRule(name, section.scalar("texte").text(), levels);
    }
}
