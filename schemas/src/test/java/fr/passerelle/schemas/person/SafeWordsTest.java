package fr.passerelle.schemas.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Présences", "nb_presences", "frequentation-2017-10.csv", "Total général", "12/03/2017", "1 234,5",
                "Feuil1", "FERMÉ", "Mois d'ouverture", "nbPresences", "n.c.", "2008-onwards-monthly-visits.csv",
                "salles.csv", "3 mars 2017"
            })
    void showsTheWordsOfTheTrade(String text) {
        assertThat(SafeWords.show(text)).isEqualTo(text);
        assertThat(SafeWords.areSafe(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Relevés de Zoé Canarinet.xlsx | Relevés de [masqué].xlsx
        Présences CANARINET | Présences [masqué]
        06.12.34.56.78 | [masqué]
        061234567 | [masqué]
        12 345 678 901 | [masqué]
        Mme Dupont | [masqué]
        nomCanarinet | nom[masqué]
        Зоя | [masqué]
        """)
    void blotsOutTheRest(String text, String shown) {
        assertThat(SafeWords.show(text)).isEqualTo(shown);
        assertThat(SafeWords.areSafe(text)).isFalse();
    }

    @Test
    void showsNoneOfAnUnknownNameWhateverIsAroundIt() {
        Random random = new Random(20171031);
        for (int i = 0; i < 10_000; i++) {
            String around = random.ints(random.nextInt(12), 0x20, 0x250)
                    .filter(c -> !Character.isLetter(c))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();

            assertThat(SafeWords.show(around + "Canarinet" + around)).doesNotContainIgnoringCase("canarinet");
        }
    }
}
