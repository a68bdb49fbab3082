package fr.passerelle.cli.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.bareme.Baremes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlgorithmRegisterTest {

    /** What the standard lets each text have at most, in its order. */
    private static final Map<String, Integer> LENGTHS = Map.ofEntries(
            Map.entry("name", 100),
            Map.entry("description_short", 350),
            Map.entry("organization", 100),
            Map.entry("contact_email", 500),
            Map.entry("goal", 2500),
            Map.entry("proportionality", 2500),
            Map.entry("human_intervention", 2500),
            Map.entry("risks", 2500),
            Map.entry("lawful_basis", 2500),
            Map.entry("impacttoetsen", 2500),
            Map.entry("source_data", 2500),
            Map.entry("methods_and_models", 5000),
            Map.entry("provider", 200),
            Map.entry("source_id", 100),
            Map.entry("tags", 2500));

    private static final List<String> THEMES = List.of(
            "Organisatie en bedrijfsvoering",
            "Cultuur en recreatie",
            "Economie",
            "Overheidsfinanciën",
            "Wonen",
            "Internationaal",
            "Migratie en integratie",
            "Natuur en milieu",
            "Onderwijs en wetenschap",
            "Openbare orde en veiligheid",
            "Recht",
            "Ruimte en infrastructuur",
            "Sociale zekerheid",
            "Verkeer",
            "Werk",
            "Zorg en gezondheid");

    private final Map<String, Object> entry =
            AlgorithmRegister.of(Baremes.load("2017-05"), "Mission numérique", "https://exemple.invalid/algorithmes");

    @Test
    void fillsWhatTheStandardAsksAndNoFieldThatItDoesNotKnow() {
        assertThat(entry)
                .containsKeys(
                        "name",
                        "description_short",
                        "organization",
                        "status",
                        "contact_email",
                        "publication_category",
                        "lang");
        assertThat(entry.keySet())
                .filteredOn(field -> !LENGTHS.containsKey(field))
                .containsExactlyInAnyOrder("category", "status", "publication_category", "lang", "standard_version");
    }

    @Test
    void staysWithinItsLengths() {
        LENGTHS.forEach((field, most) -> assertThat(String.valueOf(entry.get(field)))
                .as(field)
                .isNotBlank()
                .hasSizeLessThanOrEqualTo(most));
    }

    @Test
    void usesItsCodes() {
        assertThat(entry)
                .containsEntry("status", "In ontwikkeling")
                .containsEntry("publication_category", "Impactvolle algoritmes")
                .containsEntry("standard_version", "1.0");
        assertThat(List.of((List<?>) entry.get("category")).getFirst())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
                .isSubsetOf(THEMES)
                .hasSizeBetween(1, 3);
    }

    @Test
    void saysWhatTheSheetSaysWithoutItsMarks() {
        assertThat(String.valueOf(entry.get("proportionality")))
                .startsWith("Alternative : Pourquoi elle n'a pas été retenue.")
                .contains("Un modèle qui apprend de décisions passées : Il n'y a pas")
                .doesNotContain("|", "**");
        assertThat(String.valueOf(entry.get("human_intervention"))).contains("L'algorithme prépare", "R421-1");
        assertThat(String.valueOf(entry.get("methods_and_models"))).contains("n'apprend rien", "USAGE");
        assertThat(entry.toString()).doesNotContain("Aucune donnée sur une personne");
    }
}
