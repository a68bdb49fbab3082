package fr.passerelle.envelope.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.Objectif;
import fr.passerelle.schemas.event.Valeur;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ScenarioManifestTest {

    private static final ScenarioManifest CREDITS =
            new ScenarioManifest(1, "ab", "cd", "2017-10", "ef", Valeur.HABITANTS, 2L, null, null, List.of());

    private static final ScenarioManifest STOPS =
            new ScenarioManifest(1, "ab", "cd", "2017-10", null, null, null, Objectif.NOMBRE, 12, List.of("200000001"));

    @Test
    void isAboutCreditsOrAboutStops() {
        assertThat(CREDITS.kind()).isEqualTo("ENVELOPPE");
        assertThat(STOPS.kind()).isEqualTo("IMPLANTATION");
        assertThat(CREDITS.inputs()).containsExactly(Map.entry("credits", "ef"));
        assertThat(STOPS.inputs()).isEmpty();
        assertThat(CREDITS.hash()).isNotEqualTo(STOPS.hash());
    }

    /** What machines and the database are told of it is what it froze, and nothing that follows of it. */
    @Test
    void isKeptAsItsComponents() {
        String kept = JsonMapper.shared().writeValueAsString(STOPS);

        assertThat(JsonMapper.shared().readValue(kept, ScenarioManifest.class)).isEqualTo(STOPS);
        assertThat(kept).contains("creditsHash").doesNotContain("kind", "inputs", "about");
    }
}
