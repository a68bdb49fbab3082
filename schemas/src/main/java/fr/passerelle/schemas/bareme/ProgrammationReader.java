package fr.passerelle.schemas.bareme;

import fr.passerelle.schemas.bareme.Programmation.ValeurRule;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.Valeur;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The section {@code programmation}. */
final class ProgrammationReader {

    private static final int HEAVIEST = 100;
    /** More would not be told apart in whole numbers of 64 bits. */
    private static final int MOST = 3;

    private ProgrammationReader() {}

    static Programmation read(Section section) {
        return new Programmation(
                section.sourced("ouverture_par_defaut").monthDay(),
                section.section("poids_du_besoin", ProgrammationReader::weights),
                section.section("valeurs", valeurs -> valeurs.each(Valeur.class, ProgrammationReader::valeur)));
    }

    private static Map<Besoin, Integer> weights(Section section) {
        Map<Besoin, Integer> weights = new EnumMap<>(Besoin.class);
        section.each(
                        Besoin.class,
                        (besoin, weight) ->
                                Map.entry(besoin, weight.sourcedValue().whole(0, HEAVIEST)))
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
