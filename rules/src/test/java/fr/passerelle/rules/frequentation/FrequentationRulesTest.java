package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.frequentation.Records.closure;
import static fr.passerelle.rules.frequentation.Records.counts;
import static fr.passerelle.rules.frequentation.Records.lastMonths;
import static fr.passerelle.rules.frequentation.Records.lines;
import static fr.passerelle.rules.frequentation.Records.month;
import static fr.passerelle.rules.frequentation.Records.record;
import static fr.passerelle.rules.frequentation.Records.session;
import static fr.passerelle.rules.frequentation.Rooms.AS_OF;
import static fr.passerelle.rules.frequentation.Rooms.BAREME;
import static fr.passerelle.rules.frequentation.Rooms.score;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.trace.Written;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.bareme.JeuDeRegles.IndicateurRule;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.IndicateurName;
import fr.passerelle.schemas.event.PointEchelle;
import fr.passerelle.schemas.event.RoomInventoried;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A score, and how it says that it was reached, or what stopped it. */
class FrequentationRulesTest {

    @Test
    void scoresARoomHalfOfWhoseMonthsAreObserved() {
        Frequentation frequentation = score(Rooms.alwaysOpen(), lastMonths(12, 10));

        assertThat(frequentation.getState()).isEqualTo(FrequentationState.NOTEE);
        assertThat(frequentation.getScore()).isNotNull();
    }

    @Test
    void asksForTheMissingMonthsOfARoomUnderHalf() {
        Frequentation frequentation = score(Rooms.alwaysOpen(), lastMonths(11, 10));

        assertThat(frequentation.getState()).isEqualTo(FrequentationState.DONNEES_INSUFFISANTES);
        assertThat(Stream.of(frequentation.getScore(), frequentation.getLow(), frequentation.getHigh()))
                .containsOnlyNulls();
        assertThat(frequentation.getMonthsMissing())
                .hasSize(13)
                .startsWith("2015-11")
                .endsWith("2016-11");
        assertThat(frequentation.getIndicateurs().get(0).getPoints()).isNotNull();
    }

    @Test
    void doesNotScoreARoomOpenButClosedOverTheWholeWindow() {
        Frequentation frequentation = score(Rooms.alwaysOpen(), lines(closure("2015-01-01", "2018-12-31")));

        assertThat(frequentation.getState()).isEqualTo(FrequentationState.DONNEES_INSUFFISANTES);
        assertThat(frequentation.getMonthsOpen()).isZero();
        assertThat(frequentation.getMonthsMissing()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2017-10-31, FERMEE", "2017-11-01, NOTEE"})
    void doesNotScoreARoomThatIsNotOpenAtTheAsOf(String closing, FrequentationState state) {
        assertThat(score(Rooms.closedOn(closing), lastMonths(24, 10)).getState())
                .isEqualTo(state);
    }

    @Test
    void saysOfAClosedRoomOnlyWhatItWas() {
        Frequentation frequentation = score(Rooms.closedOn("2017-09-01"), lastMonths(24, 10));

        assertThat(frequentation.getMonthsOpen()).isEqualTo(22);
        assertThat(frequentation.getScore()).isNull();
        assertThat(frequentation.getIndicateurs())
                .hasSameSizeAs(IndicateurName.values())
                .extracting(Indicateur::getUnavailable)
                .containsOnly("FERMEE");
    }

    @Test
    void scoresARoomWithoutEpciWithinWideBounds() {
        Frequentation frequentation = new FrequentationRules(BAREME)
                .score(
                        Rooms.alwaysOpen(),
                        lastMonths(24, 10).register(),
                        ServedPopulation.nobody(Rooms.alwaysOpen()),
                        AS_OF);

        assertThat(frequentation.getPopulationServed()).isNull();
        assertThat(frequentation.getIndicateurs())
                .hasSameSizeAs(IndicateurName.values())
                .extracting(Indicateur::getUnavailable)
                .startsWith("SANS_POPULATION", "SANS_HEURES", null, null, "SANS_COMPTE_ANNUEL");
        assertThat(List.of(frequentation.getScore(), frequentation.getLow(), frequentation.getHigh()))
                .containsExactly(78, 20, 95);
    }

    @Test
    void ignoresWhatComesAfterTheAsOf() {
        Lines register = lastMonths(24, 10);
        Frequentation before = score(Rooms.alwaysOpen(), register);

        register.add(month("2017-11", 5_000));

        assertThat(score(Rooms.alwaysOpen(), register)).isEqualTo(before);
    }

    @Test
    void givesItsIndicatorsInTheOrderAndWeightOfTheBareme() {
        assertThat(score(Rooms.alwaysOpen(), lastMonths(24, 10)).getIndicateurs())
                .extracting(Indicateur::getName)
                .containsExactlyElementsOf(
                        BAREME.indicateurs().stream().map(IndicateurRule::name).toList());
    }

    @Test
    void flagsASpreadRecordOnlyWhereItStands() {
        Lines register = lastMonths(12, 10);
        register.add(record(Grain.TRIMESTRE, "2017-08-01", "2017-10-31", 99));
        assertThat(score(Rooms.alwaysOpen(), register).getFlags()).isEmpty();

        register.add(record(Grain.TRIMESTRE, "2016-08-01", "2016-10-31", 99));

        assertThat(score(Rooms.alwaysOpen(), register).getFlags()).containsExactly("SPREAD");
    }

    @Test
    void givesTheSameBytesEachTime() throws java.io.IOException {
        assertThat(score(Rooms.alwaysOpen(), lastMonths(24, 10)).toByteBuffer())
                .isEqualTo(score(Rooms.alwaysOpen(), lastMonths(24, 10)).toByteBuffer());
    }

    @ParameterizedTest
    @CsvSource({", INCONNU", "17.0, FAIBLE", "17.1, MOYEN", "19.7, MOYEN", "19.8, ELEVE"})
    void levelsTheNeedByTheRate(@Nullable BigDecimal rate, Besoin besoin) {
        assertThat(FrequentationRules.besoin(rate, BAREME.besoin())).isEqualTo(besoin);
    }

    /** Two sessions of one activity and month, one of which counts its hours; the month as a whole is a control. */
    @Test
    void tellsRecordByRecordWhosePersonHoursNobodyCounted() {
        Frequentation score = score(
                Rooms.alwaysOpen(),
                lines(
                        record(Grain.SEANCE, "2017-10-02", "2017-10-02", counts(3, 200, 600)),
                        session("2017-10-09", 5),
                        month("2017-10", counts(8, 400, 900)),
                        month("2017-09", 7)));

        assertThat(score.getPresences12Months()).isEqualTo(15);
        assertThat(score.getPersonHours12MonthsHundredths()).isEqualTo(600);
        assertThat(score.getPresencesWithoutHours12Months()).isEqualTo(12);
        assertThat(score.getOpen12Months()).isEqualTo(12);
    }

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
