package fr.passerelle.calendar.rule;

import static fr.passerelle.calendar.rule.TourCases.HALL;
import static fr.passerelle.calendar.rule.TourCases.MONDAY;
import static fr.passerelle.calendar.rule.TourCases.stop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.passerelle.calendar.rule.TourDates.DateSpan;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TourDatesTest {

    private static final LocalDate EASTER_MONDAY = LocalDate.of(2018, 4, 2);
    private static final LocalDate WINTER = LocalDate.of(2018, 2, 24);

    private final TourDates dates =
            new TourDates(MONDAY, 16, Set.of(EASTER_MONDAY), List.of(new DateSpan(WINTER, LocalDate.of(2018, 3, 11))));

    @Test
    void beginsACycleEveryFourWeeks() {
        assertThat(dates.cycles())
                .containsExactly(MONDAY, MONDAY.plusWeeks(4), MONDAY.plusWeeks(8), MONDAY.plusWeeks(12));
        assertThat(dates.cycle(MONDAY.plusDays(27))).isEqualTo(MONDAY);
        assertThat(dates.cycle(MONDAY.plusDays(28))).isEqualTo(MONDAY.plusWeeks(4));
        assertThat(dates.cycle(MONDAY.minusDays(1))).isEqualTo(MONDAY.minusWeeks(4));
        assertThat(dates.last()).isEqualTo(MONDAY.plusDays(111));
    }

    @Test
    void worksNeitherOnSundaysNorOnPublicHolidays() {
        assertThat(dates.isWorked(MONDAY.plusDays(5))).isTrue();
        assertThat(dates.isWorked(MONDAY.plusDays(6))).isFalse();
        assertThat(dates.days(MONDAY)).hasSize(24);
        assertThat(dates.days(dates.cycle(EASTER_MONDAY))).hasSize(23).doesNotContain(EASTER_MONDAY);
    }

    @Test
    void leavesOutTheSchoolHolidaysWhereSessionsStop() {
        TourStop goesOn = stop("A", HALL, 1);
        TourStop stops = new TourStop(
                goesOn.point(), goesOn.epci(), "A", List.of(), 1, HALL, List.of(), goesOn.capacity(), false);

        assertThat(dates.allows(goesOn, WINTER)).isTrue();
        assertThat(dates.allows(stops, WINTER)).isFalse();
        assertThat(dates.allows(stops, WINTER.minusDays(1))).isTrue();
        assertThat(dates.allows(goesOn, EASTER_MONDAY)).isFalse();
    }

    @Test
    void isMadeOfWholeCyclesFromAMonday() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TourDates(MONDAY.plusDays(1), 4, Set.of(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new TourDates(MONDAY, 6, Set.of(), List.of()));
    }
}
