package fr.passerelle.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.sheets.french.Mention;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlgorithmRegisterTest {

    /** What the standard lets each text have at most. */
    private static final Map<Integer, String> LENGTHS = Map.of(
            100, "name organization source_id",
            200, "provider",
            350, "description_short",
            500, "contact_email",
            2_500, "goal proportionality human_intervention risks lawful_basis impacttoetsen source_data tags",
            5_000, "methods_and_models");

    private static final String[] THEMES = {
        "Organisatie en bedrijfsvoering", "Cultuur en recreatie", "Economie", "Overheidsfinanciën",
        "Wonen", "Internationaal", "Migratie en integratie", "Natuur en milieu",
        "Onderwijs en wetenschap", "Openbare orde en veiligheid", "Recht", "Ruimte en infrastructuur",
        "Sociale zekerheid", "Verkeer", "Werk", "Zorg en gezondheid"
    };

    private final Map<String, Object> entry = AlgorithmRegister.of(
            Baremes.load("2017-05"), new Mention("Mission numérique", "https://exemple.invalid/algorithmes"));

    @Test
    void fillsWhatTheStandardAsksWithinItsLengthsAndNoFieldThatItDoesNotKnow() {
        assertThat(entry)
                .containsKeys("name description_short organization status contact_email publication_category lang"
                        .split(" "));
        assertThat(entry.keySet())
                .filteredOn(field -> LENGTHS.values().stream()
                        .noneMatch(texts -> words(texts).contains(field)))
                .containsExactlyInAnyOrder("category", "status", "publication_category", "lang", "standard_version");

        LENGTHS.forEach((most, texts) -> assertThat(words(texts))
                .allSatisfy(field -> assertThat(String.valueOf(entry.get(field)))
                        .as(field)
                        .isNotBlank()
                        .hasSizeLessThanOrEqualTo(most)));
    }

    private static List<String> words(String texts) {
        return List.of(texts.split(" "));
    }

    @Test
    void usesItsCodesAndSaysWhatTheSheetSaysWithoutItsMarks() {
        assertThat(entry)
                .containsEntry("status", "In ontwikkeling")
                .containsEntry("publication_category", "Impactvolle algoritmes")
                .containsEntry("standard_version", "1.0");
        assertThat(List.of((List<?>) entry.get("category")).getFirst())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
                .isSubsetOf(THEMES)
                .hasSizeBetween(1, 3);

        assertThat(String.valueOf(entry.get("proportionality")))
                .startsWith("Alternative : Pourquoi elle n'a pas été retenue.")
                .contains("Un modèle qui apprend de décisions passées : Il n'y a pas")
                .doesNotContain("|", "**");
        assertThat(String.valueOf(entry.get("human_intervention"))).contains("L'algorithme prépare", "R421-1");
        assertThat(String.valueOf(entry.get("methods_and_models"))).contains("n'apprend rien", "USAGE");
        assertThat(entry.toString()).doesNotContain("Aucune donnée sur une personne");
    }
}
