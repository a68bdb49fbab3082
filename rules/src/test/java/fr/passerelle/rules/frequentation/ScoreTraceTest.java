package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.frequentation.Records.closure;
import static fr.passerelle.rules.frequentation.Records.lastMonths;
import static fr.passerelle.rules.frequentation.Records.lines;
import static fr.passerelle.rules.frequentation.Records.month;
import static fr.passerelle.rules.frequentation.Rooms.AS_OF;
import static fr.passerelle.rules.frequentation.Rooms.BAREME;
import static fr.passerelle.rules.frequentation.Rooms.score;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.trace.Written;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.IndicateurName;
import fr.passerelle.schemas.event.PointEchelle;
import fr.passerelle.schemas.event.RoomInventoried;
import java.math.BigDecimal;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** A score says how it was reached, or what stopped it. */
class ScoreTraceTest {

    /**
     * Ten a month: usage 120 ÷ 5 000 = 0.024, worth 26.086957; tendance 0, worth 64; regularite 1, worth 100. Together 40 × 26.086957 +
     * 15 × 64 + 10 × 100 = 3 003.47828 of 65: 46; of 100: 30; with 35 at their best: 65.
     */
    @Test
    void writesTheMonthsThePointsAndTheBounds() {
        assertThat(Written.all(score(Rooms.alwaysOpen(), lastMonths(24, 10)).getTrace()))
                .containsExactly(
                        "MOIS_OBSERVES room:S1 (ouverture - DATE, fermeture - DATE, dernier_jour 2017-10-31 DATE,"
                                + " mois_observes 24 MOIS, mois_ouverts 24 MOIS, part_minimale 0.5 PART) -> SUFFISANTS",
                        "NOTE room:S1 (points_ponderes 3003.47828 POINTS, poids_disponible 65 POINTS) -> 46 *",
                        "FOURCHETTE room:S1 (points_ponderes 3003.47828 POINTS, poids_disponible 65 POINTS,"
                                + " poids_total 100 POINTS, points_maximum 100 POINTS) -> 30-65 *");
    }

    @Test
    void stopsAtTheMonthsWhereTooFewAreObserved() {
        RoomInventoried room = Rooms.openedOn("2015-12-01");

        assertThat(Written.all(score(room, lastMonths(11, 10)).getTrace()))
                .containsExactly(
                        "MOIS_OBSERVES room:S1 (ouverture 2015-12-01 DATE, fermeture - DATE, dernier_jour 2017-10-31"
                                + " DATE, mois_observes 11 MOIS, mois_ouverts 23 MOIS, part_minimale 0.5 PART) ->"
                                + " DONNEES_INSUFFISANTES *");
    }

    @Test
    void stopsAtTheMonthsWhereNoneIsOpen() {
        assertThat(Written.all(score(Rooms.alwaysOpen(), lines(closure("2015-01-01", "2018-12-31")))
                        .getTrace()))
                .singleElement()
                .asString()
                .endsWith("mois_observes 0 MOIS, mois_ouverts 0 MOIS, part_minimale 0.5 PART) -> DONNEES_INSUFFISANTES"
                        + " *");
    }

    @Test
    void saysOfAClosedRoomSinceWhen() {
        RoomInventoried room = Rooms.closedOn("2017-09-01");

        assertThat(Written.all(score(room, lastMonths(24, 10)).getTrace()))
                .containsExactly(
                        "MOIS_OBSERVES room:S1 (ouverture - DATE, fermeture 2017-09-01 DATE, dernier_jour 2017-10-31"
                            + " DATE, mois_observes 22 MOIS, mois_ouverts 22 MOIS, part_minimale 0.5 PART) -> FERMEE"
                            + " *");
    }

    @Test
    void saysThatNoWeightIsAvailable() {
        JeuDeRegles inscritsOnly = BAREME;
        for (IndicateurName other : EnumSet.complementOf(EnumSet.of(IndicateurName.INSCRITS))) {
            inscritsOnly = inscritsOnly.withWeight(other, 0);
        }

        Frequentation score = new FrequentationRules(inscritsOnly)
                .score(Rooms.alwaysOpen(), lastMonths(24, 10).register(), Rooms.serving(5_000), AS_OF);

        assertThat(score.getState()).isEqualTo(FrequentationState.DONNEES_INSUFFISANTES);
        assertThat(Written.all(score.getTrace()))
                .endsWith("NOTE room:S1 (points_ponderes 0 POINTS, poids_disponible 0 POINTS) -> DONNEES_INSUFFISANTES"
                        + " *");
    }

    @Test
    void showsTheScaleOfEachIndicator() {
        assertThat(score(Rooms.alwaysOpen(), lastMonths(24, 10))
                        .getIndicateurs()
                        .get(3)
                        .getScale())
                .containsExactly(point("0.500000", "0.000000"), point("1.000000", "100.000000"));
    }

    @Test
    void flagsThreeEqualMonthsAndABreakOfTheSeries() {
        Lines register = lines();
        for (int back = 0; back < 12; back++) {
            register.add(month(AS_OF.minusMonths(back).toString(), back < 6 ? 200 + back : 40));
        }

        assertThat(score(Rooms.alwaysOpen(), register).getFlags()).containsExactly("COPIED_SAMPLE", "STRUCTURAL_BREAK");
        assertThat(score(Rooms.alwaysOpen(), lastMonths(24, 10)).getFlags()).isEmpty();
    }

    private static PointEchelle point(String value, String points) {
        return new PointEchelle(new BigDecimal(value), new BigDecimal(points));
    }
}
