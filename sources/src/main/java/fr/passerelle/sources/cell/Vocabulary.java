package fr.passerelle.sources.cell;

import fr.passerelle.schemas.table.Correction;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of a schema by what people write for them: other case, other accents, other hyphens, other gender, the adjective. */
final class Vocabulary {

    private static final Pattern JOINTS = Pattern.compile("[ _'’-]+");
    private static final Map<String, List<String>> SYNONYMS = Map.ofEntries(
            Map.entry("JOUR", List.of("jours", "journalier", "journaliere", "quotidien", "quotidienne")),
            Map.entry("SEMAINE", List.of("semaines", "hebdo", "hebdomadaire")),
            Map.entry("MOIS", List.of("mensuel", "mensuelle")),
            Map.entry("TRIMESTRE", List.of("trimestriel", "trimestrielle")),
            Map.entry("SEMESTRE", List.of("semestriel", "semestrielle")),
            Map.entry("ANNEE", List.of("an", "annuel", "annuelle")),
            Map.entry("OUVERT", List.of("ouverte")),
            Map.entry("FERME", List.of("fermee")),
            Map.entry("ADOPTEE", List.of("adopte")),
            Map.entry("PROPOSEE", List.of("propose")),
            Map.entry("ACCEPTEE", List.of("accepte")),
            Map.entry("REFUSEE", List.of("refuse")),
            Map.entry("RENDUE", List.of("rendu")),
            Map.entry("MEDIATION_NUMERIQUE", List.of("mediation")),
            Map.entry("ACCOMPAGNEMENT_PROJETS", List.of("accompagnementdeprojets", "accompagnementdeprojet")),
            Map.entry("oui", List.of("o", "vrai", "true", "yes")),
            Map.entry("non", List.of("n", "faux", "false", "no")));

    private final Map<String, RepairedText> words = new HashMap<>();

    Vocabulary(Collection<String> canonical) {
        this(canonical, SYNONYMS);
    }

    /** @param synonyms by the word that they stand for */
    Vocabulary(Collection<String> canonical, Map<String, List<String>> synonyms) {
        canonical.forEach(word -> synonyms.getOrDefault(word, List.of())
                .forEach(synonym -> words.put(key(synonym), new RepairedText(word, Correction.SYNONYME))));
        canonical.forEach(word -> words.put(key(word), new RepairedText(word, Correction.ACCENTS_CASSE)));
    }

    /** The word that a text stands for; null for none. */
    @Nullable
    RepairedText read(String text) {
        return words.get(key(text));
    }

    private static String key(String text) {
        return JOINTS.matcher(TextFolding.of(text)).replaceAll("");
    }
}
