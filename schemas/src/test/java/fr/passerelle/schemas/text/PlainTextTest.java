package fr.passerelle.schemas.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void leavesLettersAndDigitsWithoutAccents() {
        assertThat(PlainText.words("  Château-Thierry (02)")).isEqualTo("chateau thierry 02");
        assertThat(PlainText.words("CC des Villes Sœurs")).isEqualTo("cc des villes soeurs");
        assertThat(PlainText.words("l’Oise'")).isEqualTo("l oise");
        assertThat(PlainText.words(" <%> ")).isEmpty();
    }

    @Test
    void takesTheInitialsThatPeopleTake() {
        assertThat(PlainText.initials("CA de la Région de Château-Thierry")).isEqualTo("carct");
        assertThat(PlainText.initials("CC de la Haute Somme (Combles - Péronne - Roisel)"))
                .isEqualTo("cchs");
        assertThat(PlainText.initials("CC du Val de l'Oise")).isEqualTo("ccvo");
        assertThat(PlainText.initials("")).isEmpty();
    }
}
