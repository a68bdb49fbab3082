package fr.passerelle.published.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.schemas.fault.RunRefused;
import org.junit.jupiter.api.Test;

class StepMotiveTest {

    @Test
    void asksForAReasonThatNamesNobodyAndAnOpaqueAccount() {
        assertThat(new StepMotive("  essai\n du barème ", "c-7").reason()).isEqualTo("essai du barème");
        assertThatThrownBy(() -> new StepMotive(" ", "c-7"))
                .isInstanceOfSatisfying(
                        RunRefused.class,
                        refused -> assertThat(refused.isWrongUse()).isTrue())
                .hasMessageContaining("motif");
        assertThatThrownBy(() -> new StepMotive("vu avec jeanne@exemple.fr", "c-7"))
                .isInstanceOfSatisfying(
                        RunRefused.class,
                        refused -> assertThat(refused.isWrongUse()).isTrue());
        assertThatThrownBy(() -> new StepMotive("essai", "jeanne"))
                .isInstanceOfSatisfying(
                        RunRefused.class,
                        refused -> assertThat(refused.isWrongUse()).isTrue())
                .hasMessageContaining("opaque");
    }
}
