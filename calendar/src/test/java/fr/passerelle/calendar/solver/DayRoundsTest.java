package fr.passerelle.calendar.solver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.rule.TourCalendar;
import fr.passerelle.calendar.rule.TourCalendar.DayTour;
import fr.passerelle.calendar.rule.TourCheck;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.solver.TourSearch.Levels;
import fr.passerelle.calendar.solver.TourSearch.Placement;
import fr.passerelle.rules.frequentation.Seeds;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class DayRoundsTest {

    private static final int STEPS = 1_000;

    /** What the search adds up is what is counted from the days alone. */
    @RepeatedTest(10)
    void makesACalendarThatHolds(RepetitionInfo repetition) {
        AnyVisits any = new AnyVisits(Seeds.random(repetition));
        TourQuestion question = any.question(6, 2, 5);
        DayRounds rules = AnyVisits.rounds(question);

        List<@Nullable Placement> found = found(rules);

        TourCheck check = TourCheck.of(question, new TourCalendar(tours(rules, found)));
        Levels levels = new TourSearch.Answer(rules, found).levels();
        assertThat(check.breaches()).isEmpty();
        assertThat(check.levels().getFirst().unserved()).isEqualTo(levels.lost());
        assertThat(check.levels().getFirst().road()).isEqualTo(levels.road());
        assertThat(check.levels().getFirst().spread()).isEqualTo(levels.spread());
    }

    @RepeatedTest(6)
    void findsWhatTryingAllPlacementsFinds(RepetitionInfo repetition) {
        AnyVisits any = new AnyVisits(Seeds.random(repetition));
        TourQuestion question = any.question(2, 1, 3);
        DayRounds rules = AnyVisits.rounds(question);

        assertThat(new TourSearch.Answer(rules, found(rules)).levels()).isEqualTo(EveryPlacement.best(rules));
    }

    private static List<@Nullable Placement> found(TourSearch.Rules rules) {
        return TourSearch.find(rules, STEPS, 1);
    }

    /** The days that hold visits where an answer says. */
    private static List<DayTour> tours(DayRounds rules, List<@Nullable Placement> placements) {
        TourSearch.Answer answer = new TourSearch.Answer(rules, placements);
        return IntStream.range(0, rules.slots().size())
                .filter(slot -> !answer.marks(slot).isEmpty())
                .boxed()
                .flatMap(slot -> rules.tour(slot, answer.marks(slot)).stream())
                .toList();
    }
}
