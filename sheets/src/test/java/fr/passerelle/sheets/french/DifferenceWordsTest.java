package fr.passerelle.sheets.french;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Changement;
import fr.passerelle.schemas.event.NatureChangement;
import fr.passerelle.schemas.event.ValeurChangee;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceWordsTest {

    @Test
    void saysCodesInFrenchWithTheirAccents() {
        Changement change = new Changement(
                "CONVERSION",
                "S-1",
                "200000001",
                NatureChangement.MODIFIE,
                List.of(
                        new ValeurChangee("CANDIDATURE", "DONNEES_INSUFFISANTES", "RETENUE"),
                        new ValeurChangee("FONCTIONS", "FABLAB, TELETRAVAIL", null)),
                List.of(new CauseChangement("EX_AEQUO", "epci:200000001", "lieu_1", "room:S-1", "room:S-2", null)));

        assertThat(DifferenceWords.PLAIN.values(change))
                .isEqualTo("situation données insuffisantes → retenue ; fonctions fablab, télétravail → —");
        assertThat(DifferenceWords.PLAIN.reason(change))
                .isEqualTo("des candidats que rien ne sépare (lieu (1)\u00a0: S-1 → S-2)");
    }

    @Test
    void saysWhatOfAnIndicatorMoved() {
        assertThat(DifferenceWords.PLAIN.cause(
                        "S-1", new CauseChangement("USAGE", "room:S-1", "valeur", "0.05", "0.02", null)))
                .isEqualTo("usage (valeur\u00a0: 0.05 → 0.02)");
        assertThat(DifferenceWords.PLAIN.cause(
                        "S-1", new CauseChangement("USAGE", "room:S-1", "poids", "40", "45", null)))
                .isEqualTo("usage (poids\u00a0: 40 → 45)");
    }

    @Test
    void saysWhichLineOfAidMoved() {
        assertThat(DifferenceWords.PLAIN.cause(
                        "200000001",
                        new CauseChangement(
                                "PLAFOND",
                                "epci:200000001",
                                "plafond",
                                "45000",
                                "33750",
                                AidLineName.FONCTIONNEMENT_1)))
                .isEqualTo("le plafond (aide à l’animation, an 1\u00a0; plafond\u00a0: 45000 → 33750)");
    }

    /** The line fell in a room, and its EPCI has another seat. */
    @Test
    void saysTheInputAndItsPlaceThenTheRuleThatItMoved() {
        List<CauseChangement> causes = List.of(
                new CauseChangement("FONCTIONS_DU_LIEU", "room:S-1", "debit", "80", "20", null),
                new CauseChangement("ORDRE_DES_CANDIDATES", "epci:200000001", "lieu_1", "room:S-1", "room:S-2", null));

        assertThat(DifferenceWords.PLAIN.reason("200000001", causes))
                .isEqualTo("ce que le lieu peut accueillir (S-1\u00a0; débit mesuré, en Mbit/s\u00a0: 80 → 20), puis la"
                        + " comparaison des candidats");
        assertThat(DifferenceWords.PLAIN.reason("S-1", causes.subList(0, 1)))
                .isEqualTo("ce que le lieu peut accueillir (débit mesuré, en Mbit/s\u00a0: 80 → 20)");
    }

    @Test
    void namesPlacesAsItIsTold() {
        DifferenceWords words = new DifferenceWords(id -> "Salle de " + id);

        assertThat(words.words("room:Ham")).isEqualTo("Salle de Ham");
        assertThat(words.words("SOUS_LE_SEUIL")).isEqualTo("sous le seuil");
    }
}
