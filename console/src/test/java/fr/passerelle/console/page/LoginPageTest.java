package fr.passerelle.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoginPageTest {

    @Test
    void saysThatTheSessionHadEndedAndWhatToDo() throws Exception {
        assertThat(Templates.signIn("expiree")).contains("Votre session était finie", "puis recommencez");
        assertThat(Templates.signIn("fin")).doesNotContain("Votre session était finie");
    }
}
