package fr.passerelle.batch.source.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonMaskTest {

    @Test
    void blotsOutWhatLooksLikeAPerson() {
        assertThat(PersonMask.mask("écrire à jeanne.dupont@mairie.fr ou 03.44.12.34.56"))
                .isEqualTo("écrire à [masqué] ou [masqué]");
        assertThat(PersonMask.mask("+33 6 12 34 56 78 et 0612345678")).isEqualTo("[masqué] et [masqué]");
        assertThat(PersonMask.mask("n° 2 85 05 78 006 084 36 fin")).isEqualTo("n° [masqué] fin");
        assertThat(PersonMask.mask("285052A006084")).isEqualTo("[masqué]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mr. Dupont",
                "Mme. Durand",
                "Mlle. Martin",
                "M.Dupont",
                "M. Dupont",
                "Mme\tDupont",
                "MME DUPONT",
                "mr Dupont"
            })
    void blotsOutATitleAndItsName(String text) {
        assertThat(PersonMask.mask("avec " + text)).isEqualTo("avec [masqué]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x@y",
                "x (at) y",
                "x[at]y",
                "0344123456",
                "0_3-44/12.34 56",
                "+33612345678",
                "0033 6 12 34 56 78",
                "2850578006084",
                "1 85 05 2B 006 084",
                "m. Dupont",
                "MLLE de la Tour",
                "madame Zoé"
            })
    void seesThemWhereverTheyStand(String person) {
        for (String before : List.of("", " ", "é ", "n°", "1 é ", "\uD835\uDD38 ", "«", "[", "12345 - ")) {
            for (String after : List.of("", " ", ";", " é", " - 12345")) {
                assertThat(PersonMask.hides(before + person + after))
                        .as(before + person + after)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Médiathèque", "mairie de Laon", "(annexe)", "12345", "Atelier 0344 12 34", "mm", "@"})
    void leavesWhatOnlyBeginsLikeThem(String text) {
        assertThat(PersonMask.hides(text)).isFalse();
        assertThat(PersonMask.mask(text)).isEqualTo(text);
    }

    @Test
    void leavesTheRest() {
        String text = "DEMO-001;02094;200072031;2017-10-31;1240.50;49.62943";

        assertThat(PersonMask.mask(text)).isEqualTo(text);
    }
}
