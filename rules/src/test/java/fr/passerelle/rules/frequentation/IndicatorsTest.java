package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.frequentation.Records.counts;
import static fr.passerelle.rules.frequentation.Records.lines;
import static fr.passerelle.rules.frequentation.Records.month;
import static fr.passerelle.rules.frequentation.Records.year;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.frequentation.Indicator.Outcome;
import fr.passerelle.rules.frequentation.Indicator.Unavailability;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.bareme.JeuDeRegles.Fenetre;
import fr.passerelle.schemas.bareme.JeuDeRegles.Point;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.IndicateurName;
import fr.passerelle.schemas.event.RoomInventoried;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorsTest {

    private static final Window WINDOW = new Window(YearMonth.of(2017, 10), 24);
    private static final Fenetre FENETRE = Baremes.load("2017-05").jeuDeRegles().fenetre();
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    @Test
    void measuresUsageAsPresencesAYearByInhabitant() {
        assertValue(measure(IndicateurName.USAGE, lines(month("2017-03", 10), month("2017-04", 20))), "180", "0.18");
    }

    @Test
    void measuresUsageOverTheMonthsSinceTheOpening() {
        RoomInventoried room = Rooms.openedOn("2017-07-15");

        assertValue(measure(IndicateurName.USAGE, room, lines(month("2017-08", 10)), THOUSAND), "120", "0.12");
    }

    @Test
    void hasNoUsageWithoutAnObservedMonth() {
        assertUnavailable(measure(IndicateurName.USAGE, new Lines()), Unavailability.RIEN_OBSERVE);
    }

    @Test
    void hasNoUsageWithoutPopulation() {
        Lines register = lines(month("2017-03", 10));

        assertUnavailable(
                measure(IndicateurName.USAGE, Rooms.alwaysOpen(), register, null), Unavailability.SANS_POPULATION);
        assertUnavailable(
                measure(IndicateurName.USAGE, Rooms.alwaysOpen(), register, new BigDecimal("0.000000")),
                Unavailability.SANS_POPULATION);
    }

    @Test
    void measuresOccupationBySessionHoursWhereBothAreCounted() {
        Lines register = lines(month("2017-03", counts(10, 1000, 2000)), month("2017-04", personHours(9999)));

        Outcome outcome = measure(IndicateurName.OCCUPATION, register);

        assertValue(outcome, "20", "0.5");
        assertThat(outcome.basis().months()).containsExactly(YearMonth.of(2017, 3));
    }

    @Test
    void measuresOccupationByTimetableOtherwise() {
        Outcome outcome = measure(IndicateurName.OCCUPATION, lines(month("2017-03", personHours(2480))));

        assertValue(outcome, "24.8", "0.1");
        assertThat(outcome.flags()).containsExactly(Flag.DECLARED_HOURS);
    }

    @Test
    void prefersRealWeeklyHours() {
        RoomInventoried room = Rooms.room().setWeeklyHoursRealHundredths(700).build();

        assertValue(
                measure(IndicateurName.OCCUPATION, room, lines(month("2017-03", personHours(2480))), THOUSAND),
                "24.8",
                "0.2");
    }

    @Test
    void hasNoOccupationWithoutWorkstations() {
        Lines register = lines(month("2017-03", counts(10, 1000, 2000)));

        Stream.of(null, 0)
                .map(workstations -> Rooms.room().setWorkstations(workstations).build())
                .forEach(room -> assertUnavailable(
                        measure(IndicateurName.OCCUPATION, room, register, THOUSAND), Unavailability.SANS_POSTES));
    }

    @Test
    void hasNoOccupationWithoutHours() {
        RoomInventoried room =
                Rooms.room().setWeeklyHoursDeclaredHundredths(null).build();

        assertUnavailable(measure(IndicateurName.OCCUPATION, lines(month("2017-03", 10))), Unavailability.SANS_HEURES);
        assertUnavailable(
                measure(IndicateurName.OCCUPATION, room, lines(month("2017-03", personHours(2480))), THOUSAND),
                Unavailability.SANS_HEURES);
    }

    @Test
    void measuresTendanceOverTheMonthsObservedInBothYears() {
        Lines register = months("2015-12", 6, 20);
        months("2016-12", 6, 15, register);
        register.add(month("2016-10", 500));

        assertValue(measure(IndicateurName.TENDANCE, register), "90", "-0.25");
    }

    @Test
    void hasNoTendanceUnderSixCommonMonths() {
        Lines register = months("2015-12", 6, 20);
        months("2016-12", 5, 15, register);

        assertUnavailable(measure(IndicateurName.TENDANCE, register), Unavailability.MOIS_COMMUNS_INSUFFISANTS);
    }

    @Test
    void hasNoTendanceUnderAHundredPresences() {
        Lines register = months("2015-12", 9, 11);
        months("2016-12", 9, 15, register);
        assertUnavailable(measure(IndicateurName.TENDANCE, register), Unavailability.PRESENCES_INSUFFISANTES);

        register.add(month("2015-12", 1));

        assertValue(measure(IndicateurName.TENDANCE, register), "135", "0.35");
    }

    @Test
    void hasNoTendanceFromNothingWhateverTheBaremeAllows() {
        Lines register = months("2015-12", 9, 0);
        months("2016-12", 9, 15, register);
        Fenetre lax = new Fenetre(24, FENETRE.minimumObservedShare(), 10_000, 6, 0);

        assertUnavailable(
                Indicator.measure(IndicateurName.TENDANCE, seen(register), lax),
                Unavailability.PRESENCES_INSUFFISANTES);
    }

    @Test
    void measuresRegulariteOverObservedMonths() {
        assertValue(measure(IndicateurName.REGULARITE, lines(month("2017-03", 10), month("2017-04", 0))), "1", "0.5");
        assertUnavailable(measure(IndicateurName.REGULARITE, new Lines()), Unavailability.RIEN_OBSERVE);
    }

    @Test
    void measuresInscritsByTheLatestYearThatEndsInTheWindow() {
        Lines register = lines(year(2014, 999), year(2016, 60), year(2015, 999), year(2017, 999));

        assertValue(measure(IndicateurName.INSCRITS, register), "60", "0.06");
    }

    @Test
    void takesTheGreatestOfTheYearlyCountsOfSeveralActivities() {
        Lines register = lines(year(2016, 60), Records.of("ACCES LIBRE", year(2016, 45)));

        assertValue(measure(IndicateurName.INSCRITS, register), "60", "0.06");
    }

    @Test
    void hasNoInscritsWithoutAYearlyCountOrPopulation() {
        AttendanceCounts registered = Records.presences(10);
        registered.setRegistered(5);
        registered.setDistinctPeople(5);

        assertUnavailable(
                measure(IndicateurName.INSCRITS, lines(month("2017-03", registered))),
                Unavailability.SANS_COMPTE_ANNUEL);
        assertUnavailable(
                measure(IndicateurName.INSCRITS, Rooms.alwaysOpen(), lines(year(2016, 60)), null),
                Unavailability.SANS_POPULATION);
        assertUnavailable(
                measure(IndicateurName.INSCRITS, Rooms.alwaysOpen(), lines(year(2016, 60)), BigDecimal.ZERO),
                Unavailability.SANS_POPULATION);
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

    private static RoomWindow seen(Lines register) {
        return RoomWindow.of(Rooms.alwaysOpen(), register.register(), THOUSAND, WINDOW);
    }

    private static Outcome measure(IndicateurName name, Lines register) {
        return measure(name, Rooms.alwaysOpen(), register, THOUSAND);
    }

    private static Outcome measure(
            IndicateurName name, RoomInventoried room, Lines register, @Nullable BigDecimal population) {
        return Indicator.measure(name, RoomWindow.of(room, register.register(), population, WINDOW), FENETRE);
    }

    private static void assertValue(Outcome outcome, String numerator, String value) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Value.class, found -> {
            assertThat(found.numerator()).isEqualByComparingTo(numerator);
            assertThat(found.value()).isEqualByComparingTo(value);
        });
    }

    private static void assertUnavailable(Outcome outcome, Unavailability reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Unavailable.class,
                        none -> assertThat(none.reason()).isEqualTo(reason));
        assertThat(outcome.flags()).isEmpty();
    }

    private static final List<Point> SCALE = List.of(
            new Point(new BigDecimal("-0.38"), BigDecimal.ZERO),
            new Point(new BigDecimal("-0.17"), BigDecimal.valueOf(30)),
            new Point(new BigDecimal("0.21"), BigDecimal.valueOf(100)));

    @ParameterizedTest
    @CsvSource({
        "-9, 0.000000",
        "-0.38, 0.000000",
        "-0.2, 25.714286",
        "-0.17, 30.000000",
        "0, 61.315789",
        "0.21, 100.000000",
        "9, 100.000000"
    })
    void isLinearBetweenItsPointsAndFlatOutside(BigDecimal value, BigDecimal points) {
        assertThat(Indicator.points(SCALE, value)).isEqualTo(points);
    }
}
