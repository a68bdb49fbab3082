package fr.passerelle.calendar.solver;

import static fr.passerelle.calendar.rule.TourCases.EPCI;
import static fr.passerelle.calendar.rule.TourCases.ESTIMATE;
import static fr.passerelle.calendar.rule.TourCases.ESTIMATED;
import static fr.passerelle.calendar.rule.TourCases.HALL;
import static fr.passerelle.calendar.rule.TourCases.LIBRARY;
import static fr.passerelle.calendar.rule.TourCases.MONDAY;
import static fr.passerelle.calendar.rule.TourCases.halves;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.rule.DayPlanner;
import fr.passerelle.calendar.rule.DayPlanner.TourVisit;
import fr.passerelle.calendar.rule.Roads.TourPoint;
import fr.passerelle.calendar.rule.TourAnimateur;
import fr.passerelle.calendar.rule.TourCalendar;
import fr.passerelle.calendar.rule.TourCalendar.DayTour;
import fr.passerelle.calendar.rule.TourCases;
import fr.passerelle.calendar.rule.TourCheck;
import fr.passerelle.calendar.rule.TourDates;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourQuestion.TourTerms;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.rule.VisitPattern;
import fr.passerelle.calendar.rule.VisitPattern.WorkHalf;
import fr.passerelle.calendar.solver.RhythmSearch.StopPattern;
import fr.passerelle.calendar.solver.TourSearch.Levels;
import fr.passerelle.calendar.solver.TourSearch.Placement;
import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.schemas.bareme.Tournees;
import fr.passerelle.schemas.bareme.Tournees.WorkingDay;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.JourOuvrable;
import fr.passerelle.schemas.event.Rythme;
import fr.passerelle.schemas.event.VacancesScolaires;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    /** Ordinary cycles of a few étapes, half an hour from each other at most, for animateurs who work two days a week. */
    private record AnyVisits(Random random) {

        /** A week of a thousand minutes: fewer visits than days fit into it. */
        private static final WorkingDay DAY = new WorkingDay(450, 780, 1_170, 360, 20, 45, 690, 870, 600, 720, 1_000);

        private static final Tournees TOURNEES =
                new Tournees(3, 2, 20, 10, 15, 2, VacancesScolaires.MAINTENUES, 540, 1_080, DAY, ESTIMATE);
        private static final TourTerms TERMS = new TourTerms(TOURNEES, 120, 8);

        TourQuestion question(int stops, int animateurs, int mostAsked) {
            return new TourQuestion(
                    new TourDates(MONDAY, TourDates.CYCLE, Set.of(), List.of()),
                    IntStream.range(0, stops).mapToObj(i -> stop(i, mostAsked)).toList(),
                    IntStream.range(0, animateurs).mapToObj(this::animateur).toList(),
                    ESTIMATED,
                    TERMS,
                    List.of());
        }

        private TourStop stop(int number, int mostAsked) {
            return new TourStop(
                    point("place:" + number),
                    EPCI,
                    "Lieu " + number,
                    List.of(),
                    1 + random.nextInt(mostAsked),
                    random.nextBoolean() ? LIBRARY : HALL,
                    List.of(),
                    12,
                    true);
        }

        private TourAnimateur animateur(int number) {
            TreeSet<WorkHalf> worked = IntStream.of(random.nextInt(3), 3 + random.nextInt(2))
                    .boxed()
                    .flatMap(weekday ->
                            halves(List.of(List.of(JourOuvrable.values()).get(weekday)), DemiJournee.values()).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            return TourCases.animateur("A-0" + number, point("home:A-0" + number), List.of(), worked);
        }

        private TourPoint point(String key) {
            return new TourPoint(key, key, 49 + random.nextDouble() / 10, 3 + random.nextDouble() / 10);
        }

        /** The ways to hold each visit. */
        static List<List<StopPattern>> visits(TourQuestion question) {
            return IntStream.range(0, question.stops().size())
                    .boxed()
                    .flatMap(stop -> VisitPattern.rhythms(
                                    question.stops().get(stop).asked())
                            .stream()
                            .map(rythme -> ways(question, stop, rythme)))
                    .toList();
        }

        private static List<StopPattern> ways(TourQuestion question, int stop, Rythme rythme) {
            return IntStream.range(0, question.animateurs().size())
                    .boxed()
                    .flatMap(animateur -> question.animateurs().get(animateur).worked().stream()
                            .filter(when -> isPossible(question, stop, animateur, when))
                            .flatMap(when -> VisitPattern.of(rythme, when).stream())
                            .map(pattern -> new StopPattern(stop, animateur, rythme, pattern)))
                    .toList();
        }

        /** The search's question of them: every session of a way can stand. */
        static DayRounds rounds(TourQuestion question) {
            return new DayRounds(
                    question, visits(question), way -> way.pattern().weeks().size());
        }

        private static boolean isPossible(TourQuestion question, int stop, int animateur, WorkHalf when) {
            TourVisit visit = TourVisit.of(question.stops().get(stop), when.half(), DAY);
            return new DayPlanner(question)
                    .best(
                            question.animateurs().get(animateur),
                            MONDAY.plusDays(when.day().getValue() - 1L),
                            List.of(visit))
                    .isPresent();
        }
    }
}
