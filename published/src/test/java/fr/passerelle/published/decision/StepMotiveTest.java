package fr.passerelle.published.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.schemas.fault.RunRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepMotiveTest {

    @Test
    void keepsAReasonInOneLine() {
        assertThat(new StepMotive("  essai\n du barème ", "c-7").reason()).isEqualTo("essai du barème");
    }

    @ParameterizedTest
    @CsvSource({"' ', c-7, motif", "vu avec jeanne@exemple.fr, c-7, ''", "essai, jeanne, opaque"})
    void asksForAReasonThatNamesNobodyAndAnOpaqueAccount(String reason, String account, String word) {
        assertThatExceptionOfType(RunRefused.class)
                .isThrownBy(() -> new StepMotive(reason, account))
                .withMessageContaining(word)
                .matches(RunRefused::isWrongUse);
    }
}
