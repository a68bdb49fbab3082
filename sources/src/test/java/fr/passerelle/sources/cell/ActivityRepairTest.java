package fr.passerelle.sources.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityRepairTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ATELIER | ATELIER",
                "TOTAL | TOTAL",
                "AUTRE | AUTRE",
                "atelier | ATELIER ACCENTS_CASSE",
                "Accès libre | ACCES_LIBRE ACCENTS_CASSE",
                "AccÃ¨s libre | ACCES_LIBRE ACCENTS_CASSE",
                "Recherche d’emploi | EMPLOI SYNONYME",
                "DEMARCHES EN LIGNE | DEMARCHES SYNONYME",
                "Tricot | AUTRE ACTIVITE_AUTRE",
                "avec madame zoé canarinet | AUTRE ACTIVITE_AUTRE",
                "n.c. | OBLIGATOIRE",
            })
    void knowsAnActivityByItsCodeOrItsLabel(String cell, String read) {
        assertThat(Typing.read("activite", cell)).isEqualTo(read);
    }

    @Test
    void takesATextOfAnyLengthForAnotherOne() {
        assertThat(Typing.read("activite", "atelier ".repeat(100))).isEqualTo("AUTRE ACTIVITE_AUTRE");
    }
}
