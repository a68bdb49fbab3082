package fr.passerelle.calendar.solver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.rule.TourCalendar;
import fr.passerelle.calendar.rule.TourCalendar.DayTour;
import fr.passerelle.calendar.rule.TourCheck.TourLevels;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.solver.RhythmSearch.RhythmAnswer;
import fr.passerelle.schemas.event.Preuve;
import java.time.LocalDate;
import java.util.List;
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
        RhythmAnswer answer = RhythmSearch.best(DayTourList.ofRhythms(question));

        assertThat(levels(answer)).isEqualTo(EveryRhythm.best(question));
        assertThat(answer.resolution().getPreuve()).isEqualTo(Preuve.OPTIMAL);
    }

    /** What its days reach, counted by the rules. */
    private static TourLevels levels(RhythmAnswer answer) {
        TourQuestion question = answer.tours().question();
        LocalDate from = question.dates().from();
        List<DayTour> days = answer.days().entrySet().stream()
                .map(day -> on(
                        from.plusWeeks(day.getKey().week() - 1)
                                .with(day.getKey().day()),
                        day.getValue()))
                .toList();
        return TourLevels.of(question.withReferences(List.of()), new TourCalendar(days), from);
    }

    private static DayTour on(LocalDate date, DayTour tour) {
        return new DayTour(tour.animateur(), date, tour.departure(), tour.halts(), tour.back(), tour.arrival());
    }
}
