package fr.passerelle.console.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.console.operation.FormArguments.OperationRefused;
import fr.passerelle.console.page.Messages;
import fr.passerelle.console.programme.LeverTrial.LeverForm;
import fr.passerelle.schemas.event.Valeur;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeverFormTest {

    private static final String HEADER = "nature;annee;ligne;montant;report;departement;minimum\n";

    @Test
    void asksForTheSameCreditsWhereNothingIsTyped() {
        assertThat(form(Map.of()).credits().text()).isEqualTo(ScenarioExamples.CREDITS.text());
        assertThat(form(Map.of("valeur", "RIEN")).valeur()).isEqualTo(Valeur.HABITANTS);
    }

    @Test
    void takesEachLeverAsFrenchPeopleWriteIt() {
        LeverForm form = form(Map.of(
                "2018-ETUDE", "1\u00a0000,50 €",
                "part", "40 %",
                "ouvertures-02", "0",
                "ouvertures-80", "2",
                "besoin", "25",
                "valeur", "SCORE"));

        assertThat(form.credits().text())
                .isEqualTo(HEADER
                        + "CREDIT;2018;ETUDE;400.20;oui;;\nCREDIT;2018;FONCTIONNEMENT;24000.20;oui;;\n"
                        + "PROMIS_AILLEURS;2018;ETUDE;400.20;;;\nOUVERTURES_MINIMUM;;;;;80;2\n"
                        + "PART_BESOIN_ELEVE;;;;;;25\n");
        assertThat(form.valeur()).isEqualTo(Valeur.SCORE);
    }

    /** The program refuses credits of which more is promised elsewhere than is voted. */
    @Test
    void promisesNoMoreThanAShareLeavesOfTheVotes() {
        assertThat(form(Map.of("part", "5")).credits().text())
                .contains("CREDIT;2018;ETUDE;3000.00", "PROMIS_AILLEURS;2018;ETUDE;3000.00");
        assertThat(form(Map.of("part", "50")).credits().text())
                .contains("CREDIT;2018;ETUDE;30000.00", "PROMIS_AILLEURS;2018;ETUDE;10000.00");
    }

    @ParameterizedTest
    @CsvSource({
        "2018-ETUDE, -5, montant",
        "2018-ETUDE, '=1+1', montant",
        "2018-ETUDE, '1;2', montant",
        "2018-ETUDE, '', montant",
        "2018-ETUDE, 99999999999, montant",
        "part, 1000, pourcentage",
        "part, beaucoup, pourcentage",
        "besoin, 101, part des ouvertures",
        "besoin, '<b>', part des ouvertures",
        "ouvertures-80, 1.5, nombre d’ouvertures"
    })
    void saysWhatIsWrong(String field, String typed, String what) {
        assertThatThrownBy(() -> form(Map.of(field, typed)).credits())
                .isInstanceOfSatisfying(
                        OperationRefused.class,
                        refused ->
                                assertThat(refused.said(Messages.ofThePages())).contains(what, "«\u00a0"));
    }

    private static LeverForm form(Map<String, String> typed) {
        return LeverForm.of(ScenarioExamples.CREDITS, ProgrammeExamples.envelope(), typed);
    }
}
