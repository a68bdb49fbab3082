package fr.passerelle.calendar.solver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.rule.DayPlanner;
import fr.passerelle.calendar.rule.DayPlanner.TourVisit;
import fr.passerelle.calendar.rule.TourAnimateur;
import fr.passerelle.calendar.rule.TourCalendar;
import fr.passerelle.calendar.rule.TourCalendar.DayTour;
import fr.passerelle.calendar.rule.TourCheck;
import fr.passerelle.calendar.rule.TourCheck.TourLevels;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.rule.VisitPattern;
import fr.passerelle.calendar.solver.RhythmSearch.RhythmAnswer;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.Rythme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    /** Tries every pattern of every visit with every animateur. */
    private static final class EveryRhythm {

        private final TourQuestion question;
        private final DayPlanner planner;
        private @Nullable TourLevels best;

        private record Visit(TourStop stop, Rythme rythme) {}

        private record Taken(TourStop stop, TourAnimateur animateur, VisitPattern pattern) {}

        private EveryRhythm(TourQuestion question) {
            this.question = question.ordinary();
            this.planner = new DayPlanner(this.question);
        }

        /** The least levels of all that may be. */
        static TourLevels best(TourQuestion question) {
            EveryRhythm every = new EveryRhythm(question);
            every.tryAll(
                    every.question.stops().stream()
                            .flatMap(stop ->
                                    VisitPattern.rhythms(stop.asked()).stream().map(rythme -> new Visit(stop, rythme)))
                            .toList(),
                    List.of());
            return Objects.requireNonNull(every.best);
        }

        private void tryAll(List<Visit> visits, List<Taken> taken) {
            if (visits.isEmpty()) {
                tryOne(taken);
                return;
            }
            List<Visit> others = visits.subList(1, visits.size());
            tryAll(others, taken);
            Visit visit = visits.getFirst();
            question.animateurs().stream()
                    .flatMap(animateur -> animateur.worked().stream()
                            .flatMap(when -> VisitPattern.of(visit.rythme(), when).stream())
                            .map(pattern -> new Taken(visit.stop(), animateur, pattern)))
                    .forEach(each -> tryAll(
                            others,
                            Stream.concat(taken.stream(), Stream.of(each)).toList()));
        }

        private void tryOne(List<Taken> taken) {
            List<DayTour> all = new ArrayList<>();
            LocalDate from = question.dates().from();
            for (LocalDate date : question.dates().days(from)) {
                List<Taken> ofDay = taken.stream()
                        .filter(each -> each.pattern().days(from).contains(date))
                        .toList();
                if (ofDay.stream().map(this::visit).distinct().count() < ofDay.size()) {
                    return;
                }
                for (TourAnimateur animateur : question.animateurs()) {
                    List<TourVisit> visits = ofDay.stream()
                            .filter(each -> each.animateur().equals(animateur))
                            .map(this::visit)
                            .toList();
                    if (visits.size() > question.terms().tournees().sessionsADay()) {
                        return;
                    }
                    if (!visits.isEmpty()) {
                        Optional<DayTour> day = planner.best(animateur, date, visits);
                        if (day.isEmpty()) {
                            return;
                        }
                        all.add(day.orElseThrow());
                    }
                }
            }
            TourCalendar calendar = new TourCalendar(all);
            TourLevels levels = TourLevels.of(question, calendar, from);
            if ((best == null || levels.compareTo(best) < 0)
                    && TourCheck.of(question, calendar).holds()) {
                best = levels;
            }
        }

        private TourVisit visit(Taken taken) {
            return TourVisit.of(
                    taken.stop(),
                    taken.pattern().when().half(),
                    question.terms().tournees().day());
        }
    }
}
