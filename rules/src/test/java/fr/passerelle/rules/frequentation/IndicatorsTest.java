package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.frequentation.Indicator.Unavailability.MOIS_COMMUNS_INSUFFISANTS;
import static fr.passerelle.rules.frequentation.Indicator.Unavailability.PRESENCES_INSUFFISANTES;
import static fr.passerelle.rules.frequentation.Indicator.Unavailability.RIEN_OBSERVE;
import static fr.passerelle.rules.frequentation.Indicator.Unavailability.SANS_COMPTE_ANNUEL;
import static fr.passerelle.rules.frequentation.Indicator.Unavailability.SANS_HEURES;
import static fr.passerelle.rules.frequentation.Indicator.Unavailability.SANS_POPULATION;
import static fr.passerelle.rules.frequentation.Indicator.Unavailability.SANS_POSTES;
import static fr.passerelle.rules.frequentation.Records.counts;
import static fr.passerelle.rules.frequentation.Records.lines;
import static fr.passerelle.rules.frequentation.Records.month;
import static fr.passerelle.rules.frequentation.Records.year;
import static fr.passerelle.schemas.event.IndicateurName.INSCRITS;
import static fr.passerelle.schemas.event.IndicateurName.OCCUPATION;
import static fr.passerelle.schemas.event.IndicateurName.REGULARITE;
import static fr.passerelle.schemas.event.IndicateurName.TENDANCE;
import static fr.passerelle.schemas.event.IndicateurName.USAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.passerelle.rules.frequentation.Indicator.Outcome;
import fr.passerelle.rules.frequentation.Indicator.Unavailability;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IndicatorsTest {

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
        assertThat(Indicator.measure(name, seen, FENETRE)).isInstanceOfSatisfying(Outcome.Value.class, found -> {
            assertThat(found.numerator()).isEqualByComparingTo(numerator);
            assertThat(found.value()).isEqualByComparingTo(value);
        });
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

        assertThat(Indicator.measure(OCCUPATION, seen(both), FENETRE).basis().months())
                .containsExactly(YearMonth.of(2017, 3));
        assertThat(Indicator.measure(OCCUPATION, seen(lines(month("2017-03", personHours(2480)))), FENETRE)
                        .flags())
                .containsExactly(Flag.DECLARED_HOURS);
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
        "-9, 0.000000", "-0.38, 0.000000", "-0.2, 25.714286",
        "-0.17, 30.000000", "0, 61.315789", "0.21, 100.000000",
        "9, 100.000000"
    })
    void isLinearBetweenItsPointsAndFlatOutside(BigDecimal value, BigDecimal points) {
        assertThat(Indicator.points(SCALE, value)).isEqualTo(points);
    }
}
