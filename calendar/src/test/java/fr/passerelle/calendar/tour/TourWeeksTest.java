package fr.passerelle.calendar.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.passerelle.published.session.PublishedSession;
import fr.passerelle.schemas.fault.RunRefused;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TourWeeksTest {

    private static final LocalDate MONDAY = LocalDate.of(2018, 1, 8);

    @ParameterizedTest
    @CsvSource({"0", "-4", "3", "6"})
    void refuseWeeksThatAreNoCycles(int weeks) {
        assertThatExceptionOfType(RunRefused.class)
                .isThrownBy(() -> TourWeeks.require(MONDAY, weeks, List.of()))
                .withMessageContaining("« --weeks " + weeks + " » n'en est pas un multiple");
    }

    @ParameterizedTest
    @CsvSource({"58", "60"})
    void refuseMoreWeeksThanAnyoneCanFix(int weeks) {
        assertThatExceptionOfType(RunRefused.class)
                .isThrownBy(() -> TourWeeks.require(MONDAY, weeks, List.of()))
                .withMessage("Un calendrier va jusqu'à 56 semaines, une année et un mois : « --weeks " + weeks
                        + " » va au-delà.");
    }

    @Test
    void proposeTheMondaysAroundAnotherDay() {
        assertThatExceptionOfType(RunRefused.class)
                .isThrownBy(() -> TourWeeks.require(LocalDate.of(2018, 1, 10), 4, List.of()))
                .withMessageContaining("2018-01-08")
                .withMessageContaining("2018-01-15");
    }

    @Test
    void keepInStepWithWhatIsPublished() {
        List<PublishedSession> standing = List.of(session(MONDAY));

        assertThatCode(() -> TourWeeks.require(MONDAY.plusWeeks(4), 12, standing))
                .doesNotThrowAnyException();
        assertThatCode(() -> TourWeeks.require(MONDAY.minusWeeks(8), 12, standing))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(RunRefused.class)
                .isThrownBy(() -> TourWeeks.require(MONDAY.plusWeeks(1), 12, standing))
                .withMessageContaining("2018-02-05, 2018-03-05, 2018-04-02");
    }

    @ParameterizedTest
    @CsvSource({
        "2018-01-07, false, 2018-01-07",
        "2018-01-24, true, 2018-01-24",
        "2018-02-04, true, 2018-02-04",
        "2018-02-05, false, "
    })
    void areAnExerciseWhereAllAreOverAndNobodyWasToldOfThem(
            LocalDate today, boolean told, @Nullable LocalDate planned) {
        assertThat(TourWeeks.planned(MONDAY, 4, today, told)).isEqualTo(planned);
    }

    @Test
    void areNotPlannedAgainOnceAllAreOver() {
        assertThatExceptionOfType(RunRefused.class)
                .isThrownBy(() -> TourWeeks.planned(MONDAY, 4, MONDAY.plusWeeks(4), true))
                .withMessageStartingWith("Ces semaines sont passées, et des séances y ont été annoncées");
    }

    private static PublishedSession session(LocalDate cycle) {
        return new PublishedSession(
                "place:a|" + cycle + "|0",
                "place:a",
                "200072031",
                "A",
                "02408",
                cycle.plusDays(1),
                540,
                660,
                "A-01",
                0,
                1,
                null);
    }
}
