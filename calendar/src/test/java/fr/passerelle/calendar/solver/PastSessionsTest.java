package fr.passerelle.calendar.solver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.rule.ReferenceSession;
import fr.passerelle.calendar.rule.TourAnimateur;
import fr.passerelle.calendar.rule.TourCalendar.TourSession;
import fr.passerelle.calendar.rule.TourCases;
import fr.passerelle.calendar.rule.TourDates;
import fr.passerelle.calendar.rule.TourDates.DateSpan;
import fr.passerelle.calendar.rule.TourDates.MinuteSpan;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.solver.TourSolver.TourAnswer;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cycles that people were told, planned again on one of their days with other files: over New Year, over both changes of hour, and in
 * between.
 */
class PastSessionsTest {

    private static final List<LocalDate> MONDAYS = List.of(
            LocalDate.of(2018, 1, 8),
            LocalDate.of(2017, 12, 18),
            LocalDate.of(2018, 3, 12),
            LocalDate.of(2018, 10, 15));

    private static final List<UnaryOperator<TourQuestion>> CHANGES = List.of(
            asked -> animateurs(asked, each -> renamed(each, each.id() + "-2")),
            asked -> asked.withAnimateurs(asked.animateurs().subList(0, 1)),
            asked -> animateurs(asked, each -> each.with(each.absences(), 1)),
            asked -> stops(asked, PastSessionsTest::evening),
            asked -> stops(asked, PastSessionsTest::closedForEver),
            asked -> asked.withDates(new TourDates(
                    asked.dates().from(),
                    asked.dates().earliest(),
                    TourDates.CYCLE,
                    asked.references().stream().map(ReferenceSession::date).collect(Collectors.toSet()),
                    List.of())));

    private static LongStream seeds() {
        return LongStream.range(0, 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void standWhateverTheFilesOfTodaySay(long seed) {
        TourQuestion asked = from(MONDAYS.get((int) (seed % MONDAYS.size())), SmallTours.sharedOfAWeek(seed));
        LocalDate today = asked.dates().from().plusDays(1 + seed % 9);
        TourQuestion told = SmallTours.since(asked.withReferences(published(asked)), today);
        TourQuestion changed = CHANGES.get((int) (seed / 2)).apply(told);

        TourAnswer answer = TourSolver.solve(changed, seed % 6 == 0);

        assertThat(answer.calendar().sessions())
                .allSatisfy(session -> assertThat(session.date()).isAfter(today))
                .allSatisfy(session -> assertThat(told.facts())
                        .noneMatch(fact -> fact.date().equals(session.date())
                                && (fact.stop().equals(session.stop().key())
                                        || fact.animateur()
                                                .equals(session.animateur().id()))));
        for (TourStop stop : changed.stops()) {
            int had = count(told.facts().stream().map(ReferenceSession::stop), stop);
            int held = count(
                    answer.calendar().sessions().stream()
                            .map(session -> session.stop().key()),
                    stop);
            int left = answer.unserved().stream()
                    .filter(unserved -> unserved.getEtape().equals(stop.key()))
                    .mapToInt(unserved -> unserved.getSessions())
                    .sum();
            assertThat(had + held + left).isEqualTo(Math.max(had, stop.asked()));
        }
    }

    private static int count(Stream<String> stops, TourStop stop) {
        return (int) stops.filter(stop.key()::equals).count();
    }

    private static List<ReferenceSession> published(TourQuestion question) {
        List<TourSession> sessions =
                TourSolver.solve(question, false).calendar().sessions();
        return sessions.stream()
                .map(session -> TourCases.published(
                        session.stop().key() + "|" + question.dates().from() + "|" + sessions.indexOf(session),
                        session))
                .toList();
    }

    /** The same of two weeks from another Monday on. */
    private static TourQuestion from(LocalDate monday, TourQuestion question) {
        List<DateSpan> absences = List.of(new DateSpan(monday.plusWeeks(2), monday.plusWeeks(4)));
        TourQuestion moved = question.withDates(new TourDates(monday, TourDates.CYCLE, Set.of(), List.of()));
        return animateurs(moved, each -> each.with(absences, each.tablets()));
    }

    private static TourQuestion animateurs(TourQuestion question, UnaryOperator<TourAnimateur> change) {
        return question.withAnimateurs(
                question.animateurs().stream().map(change).toList());
    }

    private static TourQuestion stops(TourQuestion question, UnaryOperator<TourStop> change) {
        return question.withStops(question.stops().stream().map(change).toList());
    }

    private static TourAnimateur renamed(TourAnimateur each, String id) {
        return new TourAnimateur(
                id, each.home(), each.epci(), each.serves(), each.worked(), each.absences(), each.tablets());
    }

    private static TourStop evening(TourStop stop) {
        return stop.with(TourCases.everyDay(new MinuteSpan(1_020, 1_170)));
    }

    private static TourStop closedForEver(TourStop stop) {
        return stop.with(
                List.of(new DateSpan(LocalDate.of(2017, 1, 1), LocalDate.of(2030, 12, 31))),
                stop.capacity(),
                stop.inHolidays());
    }
}
