package fr.passerelle.schemas.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts without accents, and cells that a spreadsheet would compute. */
class PlainTextTest {

    @Test
    void leavesLettersAndDigitsWithoutAccentsAndTakesTheInitialsThatPeopleTake() {
        assertThat(PlainText.words("  Château-Thierry (02)")).isEqualTo("chateau thierry 02");
        assertThat(PlainText.words("CC des Villes Sœurs")).isEqualTo("cc des villes soeurs");
        assertThat(PlainText.words("l’Oise'")).isEqualTo("l oise");
        assertThat(PlainText.words(" <%> ")).isEmpty();
        assertThat(PlainText.initials("CA de la Région de Château-Thierry")).isEqualTo("carct");
        assertThat(PlainText.initials("CC de la Haute Somme (Combles - Péronne - Roisel)"))
                .isEqualTo("cchs");
        assertThat(PlainText.initials("CC du Val de l'Oise")).isEqualTo("ccvo");
        assertThat(PlainText.initials("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33", "-4", "@x", "\ttab", "\rretour", "\nsuite", "＝1", "'=1", "'", "''"})
    void putsAnApostropheBeforeWhatASpreadsheetWouldComputeAndTakesItAwayAgain(String cell) {
        assertThat(Formulas.guarded(cell)).isEqualTo("'" + cell);
        assertThat(Formulas.bare(Formulas.guarded(cell))).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "salle", "a=b", "É'", "🙂", "1-2"})
    void leavesTheRest(String cell) {
        assertThat(Formulas.guarded(cell)).isEqualTo(cell);
        assertThat(Formulas.bare(cell)).isEqualTo(cell);
    }
}
