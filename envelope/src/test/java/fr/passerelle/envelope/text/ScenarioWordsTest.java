package fr.passerelle.envelope.text;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.Depense;
import fr.passerelle.schemas.event.Empechement;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.Valeur;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
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
                .containsExactly("rien", "aide à l’étude", "ouverture");
        assertThat(Arrays.stream(LigneCredit.values()).map(ScenarioWords::ligne))
                .containsExactly("étude", "investissement", "fonctionnement");
    }

    /** Who refused its study, or has it already, opens without one. */
    @Test
    void saysAStudyOfAnOpeningOnlyWhereOneIsFunded() {
        ChoixEpci choice = new AnyScenario(new Random(1)).choice(1);
        assertThat(ScenarioWords.choix(choice)).isEqualTo("rien");
        choice.setFinancement(Financement.OUVERTURE);
        choice.setYear(2018);
        choice.setDepenses(List.of(new Depense(2019, LigneCredit.FONCTIONNEMENT, BigDecimal.TEN)));
        assertThat(ScenarioWords.choix(choice)).isEqualTo("ouverture en 2018");
        choice.setDepenses(List.of(new Depense(2018, LigneCredit.ETUDE, BigDecimal.TEN)));
        assertThat(ScenarioWords.choix(choice)).isEqualTo("étude et ouverture en 2018");
        choice.setFinancement(Financement.ETUDE);
        assertThat(ScenarioWords.choix(choice)).isEqualTo("aide à l’étude en 2018");
    }

    private static <T extends Enum<T>> void assertFrench(T[] codes, Function<T, String> words) {
        assertThat(codes)
                .allSatisfy(code -> assertThat(words.apply(code))
                        .doesNotContain("'", "_")
                        .isNotEqualTo(code.name().toLowerCase(Locale.ROOT)));
    }
}
