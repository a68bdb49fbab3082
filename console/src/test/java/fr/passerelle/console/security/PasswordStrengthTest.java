package fr.passerelle.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.security.Passwords.PasswordStrength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordStrengthTest {

    private final PasswordStrength strength = new PasswordStrength();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "motdepasse123",
                "MotDePasse2026!",
                "azertyuiop12",
                "qsdfghjklm12",
                "123456789012",
                "aaaaaaaaaaaa",
                "bonjourbonjour",
                "Soleil123456",
                "marseille1234",
                "Janvier2026!!",
                "Picardie2026!",
                "HautsDeFrance59",
                "Mediatheque80",
                "Administrateur1",
                "Bienvenue123!",
                "claire.martinet",
                "martinet-claire"
            })
    void knowsWhatOthersTryFirst(String common) {
        assertThat(strength.isCommon(common, "claire.martinet")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"une phrase à moi", "cheval pile agrafe", "premier-mot-de-passe", "deux mots ici"})
    void letsAPhraseBe(String own) {
        assertThat(strength.isCommon(own, "claire.martinet")).isFalse();
    }
}
