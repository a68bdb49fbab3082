package fr.passerelle.console.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.console.operation.FormArguments.OperationRefused;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormArgumentsTest {

    @Test
    void makesSpacesSingle() {
        assertThat(FormArguments.motive(" barème\u00a0 voté\n en juin\u0000 ")).isEqualTo("barème voté en juin");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  \n\t", "\u0000\u0007"})
    void refusesWhatSaysNothing(String empty) {
        assertThatThrownBy(() -> FormArguments.motive(empty))
                .isInstanceOf(OperationRefused.class)
                .hasMessage("operation.refus.vide");
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(FormArguments.motive("a".repeat(1_000))).hasSize(1_000);
        assertThatThrownBy(() -> FormArguments.motive("a".repeat(1_001))).hasMessage("operation.refus.long");
        assertThatThrownBy(() -> FormArguments.text("operation.champ.motif", "a".repeat(121)))
                .hasMessage("operation.refus.long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demandé par jeanne.martin@exemple.fr", "rappeler le 03 22 00 00 00", "selon Mme Martin",
                "1 84 02 80 021 123 44", "184028002112344", "1.84.02.80.021.123.44",
                "rappeler le 0033 3 22 00 00 00", "rappeler le 03_22_00_00_00", "selon le Dr Martin",
                "né le 12/03/1956", "FR76 3000 6000 0112 3456 7890 189"
            })
    void refusesWhatSeemsToNameAPerson(String person) {
        assertThatThrownBy(() -> FormArguments.motive(person)).hasMessage("operation.refus.personne");
    }

    @Test
    void readsADayAndAMonth() {
        assertThat(FormArguments.day("2017-06-02")).isEqualTo(LocalDate.of(2017, 6, 2));
        assertThat(FormArguments.month("2017-06")).isEqualTo("2017-06");
        assertThatThrownBy(() -> FormArguments.day("2017-02-30")).hasMessage("operation.refus.jour");
        assertThatThrownBy(() -> FormArguments.month("--force")).hasMessage("operation.refus.mois");
    }
}
