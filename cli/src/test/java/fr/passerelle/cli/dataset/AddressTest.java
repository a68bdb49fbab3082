package fr.passerelle.cli.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AddressTest {

    @Test
    void keepsWhatTheStandardTakesAndNothingElse() {
        assertThat(Address.street("12 bis, rue de l'Église <b>\"x\"</b>")).isEqualTo("12 bis, rue de l'Église b x /b");
        assertThat(Address.street("\u202e@")).isEqualTo("Adresse non connue");
    }

    @Test
    void takesThePostalCodeOfTheAddressWhereItIsOneOfTheCommune() {
        List<String> codes = List.of("80000", "80080", "80090");

        assertThat(Address.postalCode("1 rue X, 80090 Amiens", codes)).isEqualTo("80090");
        assertThat(Address.postalCode("1 rue X, 75001 Paris", codes)).isEqualTo("80000");
        assertThat(Address.postalCode(null, List.of())).isNull();
    }
}
