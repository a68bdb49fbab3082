package fr.passerelle.calendar.solver;

import static fr.passerelle.calendar.rule.TourCases.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.rule.TourCalendar;
import fr.passerelle.calendar.rule.TourCheck;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.solver.CycleSearch.CycleAnswer;
import fr.passerelle.schemas.event.NiveauAtteint;
import fr.passerelle.schemas.event.Preuve;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CycleModelTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void reachesWhatEveryCalendarReachesAtBest(long seed) {
        assertBest(SmallTours.ofTwoWeeks(seed));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void keepsWhatWasPublishedAsEveryCalendarDoesAtBest(long seed) {
        assertBest(SmallTours.published(SmallTours.ofTwoWeeks(seed), seed));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sharesPlacesAsEveryCalendarOfTwoAnimateursDoesAtBest(long seed) {
        assertBest(SmallTours.sharedOfAWeek(seed));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsWhatTwoAnimateursPublishedAsEveryCalendarOfBothDoesAtBest(long seed) {
        assertBest(SmallTours.published(SmallTours.sharedOfAWeek(seed), seed));
    }

    /** On the Wednesday of its last week, or the Tuesday of its only one, with all that had been told until the day after. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void holdsWhatIsLeftBesideWhatHasBeenAsEveryCalendarDoesAtBest(long seed) {
        assertBest(SmallTours.since(
                SmallTours.published(
                        seed % 2 == 0 ? SmallTours.ofTwoWeeks(seed) : SmallTours.sharedOfAWeek(seed), seed),
                MONDAY.plusDays(seed % 2 == 0 ? 23 : 1)));
    }

    private static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static void assertBest(TourQuestion question) {
        CycleAnswer answer = new CycleSearch(question).best(MONDAY);
        TourCheck check = TourCheck.of(question, new TourCalendar(answer.days()));

        assertThat(check.breaches()).isEmpty();
        assertThat(check.levels()).containsExactly(EveryCalendar.best(question, MONDAY));
        assertThat(answer.resolution().getPreuve()).isEqualTo(Preuve.OPTIMAL);
        assertThat(answer.resolution().getNiveaux())
                .extracting(NiveauAtteint::getValue)
                .isEqualTo(values(check));
    }

    private static List<Long> values(TourCheck check) {
        return check.levels().stream()
                .flatMap(
                        levels -> List.of(levels.unserved(), levels.changed(), levels.road(), levels.spread()).stream())
                .toList();
    }
}
