package fr.passerelle.calendar.solver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.schemas.event.Preuve;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RhythmModelTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void reachesWhatEveryPatternReachesAtBest(long seed) {
        assertBest(SmallTours.of(seed));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void reachesWhatEveryPatternOfTwoAnimateursReachesAtBest(long seed) {
        assertBest(SmallTours.shared(seed));
    }

    private static void assertBest(TourQuestion question) {
        RhythmAnswer answer = new RhythmSearch(DayTourList.ofRhythms(question)).best();

        assertThat(answer.levels()).isEqualTo(EveryRhythm.best(question));
        assertThat(answer.resolution().getPreuve()).isEqualTo(Preuve.OPTIMAL);
    }
}
