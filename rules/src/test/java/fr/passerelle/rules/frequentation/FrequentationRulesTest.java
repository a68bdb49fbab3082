package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.frequentation.Indicator.Unavailability.MOIS_COMMUNS_INSUFFISANTS;
import static fr.passerelle.rules.frequentation.Indicator.Unavailability.PRESENCES_INSUFFISANTES;
import static fr.passerelle.rules.frequentation.Indicator.Unavailability.RIEN_OBSERVE;
import static fr.passerelle.rules.frequentation.Indicator.Unavailability.SANS_COMPTE_ANNUEL;
import static fr.passerelle.rules.frequentation.Indicator.Unavailability.SANS_HEURES;
import static fr.passerelle.rules.frequentation.Indicator.Unavailability.SANS_POPULATION;
import static fr.passerelle.rules.frequentation.Indicator.Unavailability.SANS_POSTES;
import static fr.passerelle.rules.frequentation.Records.closure;
import static fr.passerelle.rules.frequentation.Records.counts;
import static fr.passerelle.rules.frequentation.Records.lastMonths;
import static fr.passerelle.rules.frequentation.Records.lines;
import static fr.passerelle.rules.frequentation.Records.month;
import static fr.passerelle.rules.frequentation.Records.record;
import static fr.passerelle.rules.frequentation.Records.session;
import static fr.passerelle.rules.frequentation.Records.year;
import static fr.passerelle.rules.frequentation.Rooms.AS_OF;
import static fr.passerelle.rules.frequentation.Rooms.BAREME;
import static fr.passerelle.rules.frequentation.Rooms.score;
import static fr.passerelle.schemas.event.IndicateurName.INSCRITS;
import static fr.passerelle.schemas.event.IndicateurName.OCCUPATION;
import static fr.passerelle.schemas.event.IndicateurName.REGULARITE;
import static fr.passerelle.schemas.event.IndicateurName.TENDANCE;
import static fr.passerelle.schemas.event.IndicateurName.USAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.passerelle.rules.frequentation.Indicator.Unavailability;
import fr.passerelle.rules.trace.Written;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.bareme.JeuDeRegles.Fenetre;
import fr.passerelle.schemas.bareme.JeuDeRegles.IndicateurRule;
import fr.passerelle.schemas.bareme.JeuDeRegles.Point;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.IndicateurName;
import fr.passerelle.schemas.event.PointEchelle;
import fr.passerelle.schemas.event.RoomInventoried;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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
        assertThat(Written.all(frequentation.getTrace()))
                .singleElement()
                .asString()
                .endsWith("mois_observes 0 MOIS, mois_ouverts 0 MOIS, part_minimale 0.5 PART) -> DONNEES_INSUFFISANTES"
                        + " *");
    }

    @ParameterizedTest
    @CsvSource({"2017-10-31, FERMEE", "2017-11-01, NOTEE"})
    void doesNotScoreARoomThatIsNotOpenAtTheAsOf(String closing, FrequentationState state) {
        assertThat(score(Rooms.closedOn(closing), lastMonths(24, 10)).getState())
                .isEqualTo(state);
    }

    @Test
    void saysOfAClosedRoomOnlyWhatItWasAndSinceWhen() {
        Frequentation frequentation = score(Rooms.closedOn("2017-09-01"), lastMonths(24, 10));

        assertThat(frequentation.getMonthsOpen()).isEqualTo(22);
        assertThat(frequentation.getScore()).isNull();
        assertThat(Written.all(frequentation.getTrace()))
                .containsExactly(
                        "MOIS_OBSERVES room:S1 (ouverture - DATE, fermeture 2017-09-01 DATE, dernier_jour 2017-10-31"
                                + " DATE, mois_observes 22 MOIS, mois_ouverts 22 MOIS, part_minimale 0.5 PART) ->"
                                + " FERMEE *");
        assertThat(frequentation.getIndicateurs())
                .hasSameSizeAs(BAREME.indicateurs())
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
                .hasSameSizeAs(BAREME.indicateurs())
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
        assertThat(Written.all(
                        score(Rooms.openedOn("2015-12-01"), lastMonths(11, 10)).getTrace()))
                .containsExactly(
                        "MOIS_OBSERVES room:S1 (ouverture 2015-12-01 DATE, fermeture - DATE, dernier_jour 2017-10-31"
                                + " DATE, mois_observes 11 MOIS, mois_ouverts 23 MOIS, part_minimale 0.5 PART) ->"
                                + " DONNEES_INSUFFISANTES *");
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

    private static final Fenetre FENETRE = Rooms.BAREME.fenetre();
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    static Stream<Arguments> values() {
        Lines timetable = lines(month("2017-03", personHours(2480)));
        Lines both = lines(month("2017-03", counts(10, 1000, 2000)), month("2017-04", personHours(9999)));
        Lines sixCommon = months("2016-12", 6, 15, months("2015-12", 6, 20));
        sixCommon.add(month("2016-10", 500));
        Lines hundred = months("2016-12", 9, 15, months("2015-12", 9, 11));
        hundred.add(month("2015-12", 1));
        RoomInventoried real = Rooms.room().setWeeklyHoursRealHundredths(700).build();
        return Stream.of(
                arguments(
                        named("presences a year by inhabitant", USAGE),
                        seen("MOIS 2017-03 10; MOIS 2017-04 20"),
                        "180",
                        "0.18"),
                arguments(
                        named("months since the opening", USAGE),
                        seen(Rooms.openedOn("2017-07-15"), Records.noted("MOIS 2017-08 10")),
                        "120",
                        "0.12"),
                arguments(named("session hours where both are counted", OCCUPATION), seen(both), "20", "0.5"),
                arguments(named("the timetable otherwise", OCCUPATION), seen(timetable), "24.8", "0.1"),
                arguments(named("real weekly hours first", OCCUPATION), seen(real, timetable), "24.8", "0.2"),
                arguments(named("months observed in both years", TENDANCE), seen(sixCommon), "90", "-0.25"),
                arguments(named("from a hundred presences on", TENDANCE), seen(hundred), "135", "0.35"),
                arguments(named("observed months", REGULARITE), seen("MOIS 2017-03 10; MOIS 2017-04 0"), "1", "0.5"),
                arguments(
                        named("the latest year that ends in the window", INSCRITS),
                        seen(lines(year(2014, 999), year(2016, 60), year(2015, 999), year(2017, 999))),
                        "60",
                        "0.06"),
                arguments(
                        named("the greatest of several activities", INSCRITS),
                        seen(lines(year(2016, 60), Records.of("ACCES LIBRE", year(2016, 45)))),
                        "60",
                        "0.06"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void measures(IndicateurName name, RoomWindow seen, String numerator, String value) {
        Indicateur.Builder found = Indicator.measure(name, seen, FENETRE);

        assertThat(found.getNumerator()).isEqualByComparingTo(numerator);
        assertThat(found.getValue()).isEqualByComparingTo(value);
    }

    static Stream<Arguments> nothing() {
        Lines nobodyCounted = Records.noted("MOIS 2017-03 10");
        Lines counted = lines(month("2017-03", counts(10, 1000, 2000)));
        Lines timetable = lines(month("2017-03", personHours(2480)));
        AttendanceCounts registered = Records.presences(10);
        registered.setRegistered(5);
        registered.setDistinctPeople(5);
        return Stream.of(
                arguments(USAGE, seen(new Lines()), RIEN_OBSERVE),
                arguments(USAGE, seen(nobodyCounted, null), SANS_POPULATION),
                arguments(USAGE, seen(nobodyCounted, new BigDecimal("0.000000")), SANS_POPULATION),
                arguments(OCCUPATION, seen(Rooms.room().setWorkstations(null).build(), counted), SANS_POSTES),
                arguments(OCCUPATION, seen(Rooms.room().setWorkstations(0).build(), counted), SANS_POSTES),
                arguments(OCCUPATION, seen(nobodyCounted), SANS_HEURES),
                arguments(
                        OCCUPATION,
                        seen(Rooms.room().setWeeklyHoursDeclaredHundredths(null).build(), timetable),
                        SANS_HEURES),
                arguments(
                        TENDANCE, seen(months("2016-12", 5, 15, months("2015-12", 6, 20))), MOIS_COMMUNS_INSUFFISANTS),
                arguments(TENDANCE, seen(months("2016-12", 9, 15, months("2015-12", 9, 11))), PRESENCES_INSUFFISANTES),
                arguments(REGULARITE, seen(new Lines()), RIEN_OBSERVE),
                arguments(INSCRITS, seen(lines(month("2017-03", registered))), SANS_COMPTE_ANNUEL),
                arguments(INSCRITS, seen(lines(year(2016, 60)), null), SANS_POPULATION),
                arguments(INSCRITS, seen(lines(year(2016, 60)), BigDecimal.ZERO), SANS_POPULATION));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("nothing")
    void isUnavailable(IndicateurName name, RoomWindow seen, Unavailability reason) {
        assertUnavailable(Indicator.measure(name, seen, FENETRE), reason);
    }

    @Test
    void saysWhichMonthsOfOccupationItTookAndWhetherByTheTimetable() {
        Lines both = lines(month("2017-03", counts(10, 1000, 2000)), month("2017-04", personHours(9999)));

        assertThat(Indicator.measure(OCCUPATION, seen(both), FENETRE).getMonths())
                .containsExactly("2017-03");
        assertThat(occupation(seen(both))).matches(found -> !Indicator.isOfTheTimetable(found));
        assertThat(occupation(seen(lines(month("2017-03", personHours(2480)))))).matches(Indicator::isOfTheTimetable);
    }

    private static Indicateur occupation(RoomWindow seen) {
        return Rooms.BAREME.indicateurs().stream()
                .filter(rule -> rule.name() == OCCUPATION)
                .map(rule -> Indicator.of(rule, seen, FENETRE))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hasNoTendanceFromNothingWhateverTheBaremeAllows() {
        Lines register = months("2016-12", 9, 15, months("2015-12", 9, 0));
        Fenetre lax = new Fenetre(24, FENETRE.minimumObservedShare(), 10_000, 6, 0);

        assertUnavailable(Indicator.measure(TENDANCE, seen(register), lax), PRESENCES_INSUFFISANTES);
    }

    private static AttendanceCounts personHours(int hundredths) {
        return AttendanceCounts.newBuilder()
                .setEtat(Etat.OUVERT)
                .setPresences(1)
                .setPersonHoursHundredths(hundredths)
                .build();
    }

    private static Lines months(String first, int months, int presences) {
        return months(first, months, presences, new Lines());
    }

    private static Lines months(String first, int months, int presences, Lines register) {
        Stream.iterate(YearMonth.parse(first), month -> month.plusMonths(1))
                .limit(months)
                .forEach(month -> register.add(month(month.toString(), presences)));
        return register;
    }

    private static RoomWindow seen(String lines) {
        return seen(Records.noted(lines));
    }

    private static RoomWindow seen(Lines lines) {
        return seen(lines, THOUSAND);
    }

    private static RoomWindow seen(Lines lines, @Nullable BigDecimal population) {
        return RoomWindow.of(Rooms.alwaysOpen(), lines.register(), population, Rooms.WINDOW);
    }

    private static RoomWindow seen(RoomInventoried room, Lines lines) {
        return RoomWindow.of(room, lines.register(), THOUSAND, Rooms.WINDOW);
    }

    private static void assertUnavailable(Indicateur.Builder found, Unavailability reason) {
        assertThat(found.getUnavailable()).isEqualTo(reason.name());
        assertThat(found.getValue()).isNull();
    }

    private static final List<Point> SCALE = List.of(
            new Point(new BigDecimal("-0.38"), BigDecimal.ZERO),
            new Point(new BigDecimal("-0.17"), BigDecimal.valueOf(30)),
            new Point(new BigDecimal("0.21"), BigDecimal.valueOf(100)));

    @ParameterizedTest
    @CsvSource({
        "-9, 0.000000", "-0.38, 0.000000", "-0.2, 25.714286",
        "-0.17, 30.000000", "0, 61.315789", "0.21, 100.000000",
        "9, 100.000000"
    })
    void isLinearBetweenItsPointsAndFlatOutside(BigDecimal value, BigDecimal points) {
        assertThat(Indicator.points(SCALE, value)).isEqualTo(points);
    }
}
