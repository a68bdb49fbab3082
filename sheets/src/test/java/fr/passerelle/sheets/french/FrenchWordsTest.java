package fr.passerelle.sheets.french;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Changement;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.NatureChangement;
import fr.passerelle.schemas.event.ValeurChangee;
import fr.passerelle.sheets.french.Codes.DecisionWords;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Months, numbers, decisions and differences in French. */
class FrenchWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2017-02 | février 2017
        2017-01 2017-02 2017-03 | de janvier à mars 2017
        2016-12 2017-01 | de décembre 2016 à janvier 2017
        2017-08 2017-09 | d’août à septembre 2017
        2017-01 2017-03 2017-04 2017-12 | janvier 2017, de mars à avril 2017, décembre 2017
        """)
    void joinsMonthsThatFollowOneAnotherAndKeepsHolesApart(String months, String said) {
        assertThat(Months.ranges(
                        Stream.of(months.split(" ")).map(YearMonth::parse).toList()))
                .isEqualTo(said);
    }

    @Test
    void elidesAtTheEndOfAMonth() {
        assertThat(Months.atTheEndOf(YearMonth.of(2017, 10))).isEqualTo("à la fin d’octobre 2017");
        assertThat(Months.atTheEndOf(YearMonth.of(2017, 8))).isEqualTo("à la fin d’août 2017");
        assertThat(Months.atTheEndOf(YearMonth.of(2017, 3))).isEqualTo("à la fin de mars 2017");
    }

    @Test
    void writesACommaThousandsApartAndOnlyTheDecimalsThatThereAre() {
        assertThat(FrenchNumbers.whole(1234567)).isEqualTo("1\u00a0234\u00a0567");
        assertThat(FrenchNumbers.decimal(new BigDecimal("-1234.5600"), 4)).isEqualTo("−1\u00a0234,56");
        assertThat(FrenchNumbers.amount(new BigDecimal("72049.5"))).isEqualTo("72\u00a0049,50");
        assertThat(FrenchNumbers.fixed(new BigDecimal("-1234.5"), 4)).isEqualTo("−1\u00a0234,5000");
        assertThat(FrenchNumbers.amount(new BigDecimal("0"))).isEqualTo("0,00");
        assertThat(FrenchNumbers.decimal(new BigDecimal("3"), 2)).isEqualTo("3");
    }

    private static final DecisionRecorded NOTIFIED = BarePlan.decision(
                    "room:S-1", "200000001", DecisionKind.NOTIFIED, "2017-12-15")
            .setAct("17-1")
            .setConversion("ETAPE_NOMADE")
            .build();

    @Test
    void saysWhatARoomBecomesAndWhetherItIsOnTheLog() {
        assertThat(DecisionWords.sentence(NOTIFIED, false))
                .isEqualTo(
                        "Décision notifiée, étape de médiation nomade : acte 17-1 du 15/12/2017, Commission permanente"
                                + " ; la prochaine exécution l'inscrit au journal.");
        assertThat(DecisionWords.sentence(NOTIFIED, true)).endsWith("Commission permanente.");
    }

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
        assertThat(DifferenceWords.PLAIN.causes().reason(change))
                .isEqualTo("des candidats que rien ne sépare (lieu (1)\u00a0: S-1 → S-2)");
    }

    @Test
    void saysWhatOfAnIndicatorMoved() {
        assertThat(DifferenceWords.PLAIN
                        .causes()
                        .of("S-1", new CauseChangement("USAGE", "room:S-1", "valeur", "0.05", "0.02", null)))
                .isEqualTo("usage (valeur\u00a0: 0.05 → 0.02)");
        assertThat(DifferenceWords.PLAIN
                        .causes()
                        .of("S-1", new CauseChangement("USAGE", "room:S-1", "poids", "40", "45", null)))
                .isEqualTo("usage (poids\u00a0: 40 → 45)");
    }

    @Test
    void saysWhichLineOfAidMoved() {
        assertThat(DifferenceWords.PLAIN
                        .causes()
                        .of(
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

        assertThat(DifferenceWords.PLAIN.causes().reason("200000001", causes))
                .isEqualTo("ce que le lieu peut accueillir (S-1\u00a0; débit mesuré, en Mbit/s\u00a0: 80 → 20), puis la"
                        + " comparaison des candidats");
        assertThat(DifferenceWords.PLAIN.causes().reason("S-1", causes.subList(0, 1)))
                .isEqualTo("ce que le lieu peut accueillir (débit mesuré, en Mbit/s\u00a0: 80 → 20)");
    }

    @Test
    void namesPlacesAsItIsTold() {
        DifferenceWords words = new DifferenceWords(id -> "Salle de " + id);

        assertThat(words.words("room:Ham")).isEqualTo("Salle de Ham");
        assertThat(words.words("SOUS_LE_SEUIL")).isEqualTo("sous le seuil");
    }
}
