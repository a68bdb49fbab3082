package fr.passerelle.schemas.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {

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
