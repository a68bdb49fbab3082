package fr.passerelle.console.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTest {

    @Test
    void leavesLettersAndDigitsWithoutAccents() {
        assertThat(Plain.of("  Château-Thierry (02)")).isEqualTo("chateau thierry 02");
        assertThat(Plain.of("CC des Villes Sœurs")).isEqualTo("cc des villes soeurs");
        assertThat(Plain.of("l’Oise'")).isEqualTo("l oise");
        assertThat(Plain.of(" <%> ")).isEmpty();
    }
}
