package fr.passerelle.published.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StepMotiveTest {

    @Test
    void asksForAReasonThatNamesNobodyAndAnOpaqueAccount() {
        assertThat(new StepMotive("  essai\n du barème ", "c-7").reason()).isEqualTo("essai du barème");
        assertThatThrownBy(() -> new StepMotive(" ", "c-7"))
                .isInstanceOf(DecisionRefused.class)
                .hasMessageContaining("motif");
        assertThatThrownBy(() -> new StepMotive("vu avec jeanne@exemple.fr", "c-7"))
                .isInstanceOf(DecisionRefused.class);
        assertThatThrownBy(() -> new StepMotive("essai", "jeanne"))
                .isInstanceOf(DecisionRefused.class)
                .hasMessageContaining("opaque");
    }
}
