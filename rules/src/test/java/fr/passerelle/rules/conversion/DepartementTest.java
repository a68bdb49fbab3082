package fr.passerelle.rules.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import java.util.List;
import org.junit.jupiter.api.Test;

class DepartementTest {

    @Test
    void isThatOfMostInhabitants() {
        assertThat(of(commune("60001", 900), commune("80001", 500), commune("80002", 500))
                        .name())
                .isEqualTo("Somme");
    }

    @Test
    void isTheLowestCodeOfTwoAsPopulated() {
        assertThat(of(commune("80001", 500), commune("02001", 500)).code()).isEqualTo("02");
    }

    @Test
    void hasNoNameWithoutACommune() {
        assertThat(of().name()).isEmpty();
        assertThat(Departement.of((EpciDescribed) null).name()).isEmpty();
    }

    private static Departement of(Commune... communes) {
        return Departement.of(Places.epci().setCommunes(List.of(communes)).build());
    }

    private static Commune commune(String insee, int population) {
        return new Commune(insee, insee, population, 49.0, 2.0, null);
    }
}
