package fr.passerelle.texts.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.Empechement;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.Valeur;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ScenarioWordsTest {

    /** A code without words of its own is told in its own letters. */
    @Test
    void saysEachCodeInFrench() {
        assertFrench(Empechement.values(), ScenarioWords::empechement);
        assertFrench(Critere.values(), ScenarioWords::critere);
        assertFrench(Valeur.values(), ScenarioWords::valeur);
        assertFrench(Preuve.values(), ScenarioWords::preuve);
        assertThat(Arrays.stream(Financement.values()).map(ScenarioWords::financement))
                .containsExactly("rien", "étude", "étude et ouverture");
        assertThat(Arrays.stream(LigneCredit.values()).map(ScenarioWords::ligne))
                .containsExactly("étude", "investissement", "fonctionnement");
    }

    private static <T extends Enum<T>> void assertFrench(T[] codes, Function<T, String> words) {
        assertThat(codes)
                .allSatisfy(code -> assertThat(words.apply(code))
                        .doesNotContain("'", "_")
                        .isNotEqualTo(code.name().toLowerCase(Locale.ROOT)));
    }
}
