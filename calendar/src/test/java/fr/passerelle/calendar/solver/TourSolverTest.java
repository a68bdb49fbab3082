package fr.passerelle.calendar.solver;

import static fr.passerelle.calendar.rule.TourCases.ESTIMATED;
import static fr.passerelle.calendar.rule.TourCases.MONDAY;
import static fr.passerelle.calendar.rule.TourCases.TOURNEES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.calendar.rule.ReferenceSession;
import fr.passerelle.calendar.rule.TourAnimateur;
import fr.passerelle.calendar.rule.TourCalendar.TourSession;
import fr.passerelle.calendar.rule.TourCases;
import fr.passerelle.calendar.rule.TourDates;
import fr.passerelle.calendar.rule.TourDates.DateSpan;
import fr.passerelle.calendar.rule.TourDates.MinuteSpan;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.rule.TourStop.OpenWeek;
import fr.passerelle.calendar.rule.VisitPattern.WorkHalf;
import fr.passerelle.calendar.solver.CycleSearch.CycleAnswer;
import fr.passerelle.calendar.solver.RegionToursTest.AnyRegion;
import fr.passerelle.calendar.solver.TourSolver.TourAnswer;
import fr.passerelle.schemas.event.CauseVerifiee;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.JourOuvrable;
import fr.passerelle.schemas.event.Methode;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.NiveauAtteint;
import fr.passerelle.schemas.event.NiveauTournee;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.ResolutionTournee;
import fr.passerelle.schemas.event.SeancesNonTenues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TourSolverTest {

    private static final OpenWeek HOURS = OpenWeek.supposed(TOURNEES);

    private final TourStop near = SmallTours.stop("place:near", 4, 49.05, HOURS);
    private final TourAnimateur animateur =
            SmallTours.animateur("A-01", List.of(), JourOuvrable.LUNDI, JourOuvrable.JEUDI);

    @Test
    void holdsASessionOfAHolidayOnAnotherDayOfItsCycle() {
        TourStop twice = SmallTours.stop("place:other", 8, 49.1, HOURS);

        TourAnswer answer = solve(question(Set.of(MONDAY.plusWeeks(1)), List.of(animateur), near, twice));

        assertThat(answer.unserved()).isEmpty();
        assertThat(answer.calendar().sessions())
                .hasSize(12)
                .extracting(TourSession::date)
                .doesNotContain(MONDAY.plusWeeks(1));
    }

    /** Four Monday afternoons: two sessions each, one after the other, or half of what is asked for. */
    @Test
    void holdsTwoSessionsOfAPlaceInOneHalfOfADay() {
        TourAnimateur afternoons = new TourAnimateur(
                animateur.id(),
                animateur.home(),
                animateur.epci(),
                animateur.serves(),
                new TreeSet<>(Set.of(new WorkHalf(JourOuvrable.LUNDI, DemiJournee.APRES_MIDI))),
                animateur.absences(),
                animateur.tablets());

        TourAnswer answer =
                solve(question(Set.of(), List.of(afternoons), SmallTours.stop("place:near", 8, 49.05, HOURS)));

        assertThat(answer.unserved()).isEmpty();
        assertThat(answer.calendar().sessions()).hasSize(8);
    }

    @Test
    void answersTheSameTwice() {
        TourQuestion question = SmallTours.of(3);

        assertThat(solve(question)).isEqualTo(solve(question));
    }

    @Test
    void keepsAWeeklyVisitOnItsDay() {
        TourAnswer answer = solve(question(Set.of(), List.of(animateur), near));

        assertThat(answer.rhythms().values())
                .singleElement()
                .satisfies(rhythm -> assertThat(rhythm)
                        .singleElement()
                        .satisfies(each -> assertThat(each.getSemaines()).containsExactly(1, 2, 3, 4)));
        assertThat(answer.calendar().sessions())
                .extracting(session -> session.date().getDayOfWeek())
                .containsOnly(answer.calendar().sessions().getFirst().date().getDayOfWeek());
    }

    @Test
    void movesOnlyTheSessionThatAnIllnessTakes() {
        List<TourSession> sessions =
                solve(question(Set.of(), List.of(animateur), near)).calendar().sessions();
        LocalDate ill = sessions.getLast().date();
        TourAnimateur absent =
                SmallTours.animateur("A-01", List.of(new DateSpan(ill, ill)), JourOuvrable.LUNDI, JourOuvrable.JEUDI);

        TourAnswer after =
                solve(question(Set.of(), List.of(absent), near).withReferences(TourCases.published(MONDAY, sessions)));

        assertThat(after.resolution()).isNull();
        assertThat(after.unserved()).isEmpty();
        assertThat(after.calendar().sessions())
                .hasSize(4)
                .extracting(TourSession::date)
                .doesNotContain(ill)
                .containsAll(
                        sessions.subList(0, 3).stream().map(TourSession::date).toList());
        assertThat(after.cycles().getFirst().getNiveaux().get(1).getValue()).isEqualTo(1);
    }

    /** On the second Friday, an étape that was told of nothing has the sessions of the two Mondays left, two each. */
    @Test
    void addsNothingToDaysThatHaveBeen() {
        TourAnimateur mondays = SmallTours.animateur("A-01", List.of(), JourOuvrable.LUNDI);
        TourQuestion question = question(Set.of(), List.of(mondays), SmallTours.stop("place:near", 8, 49.05, HOURS));

        TourAnswer answer = TourSolver.solve(question.withDates(question.dates().since(MONDAY.plusDays(12))), true);

        assertThat(answer.calendar().sessions())
                .hasSize(4)
                .allSatisfy(session -> assertThat(session.date()).isAfterOrEqualTo(MONDAY.plusDays(14)));
        assertThat(answer.unserved())
                .singleElement()
                .satisfies(unserved -> assertThat(unserved.getCauses())
                        .contains(new CauseVerifiee(MotifSeance.JOUR_PASSE, 4, Preuve.OPTIMAL)));
    }

    /** Told of four Mondays and planned again in the third week, for fewer: what has been counts, and what is next stays. */
    @Test
    void movesNothingOfTheNextDaysWhereAnEtapeHasHadEnough() {
        List<TourSession> sessions =
                solve(question(Set.of(), List.of(animateur), near)).calendar().sessions();
        LocalDate today = MONDAY.plusDays(14);
        TourQuestion less = question(Set.of(), List.of(animateur), SmallTours.stop("place:near", 1, 49.05, HOURS))
                .withReferences(TourCases.published(MONDAY, sessions));

        assertThat(solve(SmallTours.since(less, today)).calendar().sessions())
                .extracting(TourSession::date)
                .containsExactlyElementsOf(sessions.stream()
                        .map(TourSession::date)
                        .filter(date -> date.isAfter(today.plusDays(1)))
                        .toList());
    }

    @Test
    void findsThatAPlaceIsClosed() {
        TourStop closed = near.with(List.of(new DateSpan(MONDAY, MONDAY.plusWeeks(4))), null, true);

        assertOnlyCause(question(Set.of(), List.of(animateur), closed), MotifSeance.LIEU_FERME, 4);
    }

    /** The search of a cycle that was cut off held nothing: what the étape has without any cause lifted is owed to none. */
    @Test
    void tellsNoCauseOfWhatTheSearchItselfMissed() {
        CycleSearch search = new CycleSearch(question(Set.of(), List.of(animateur), near));
        CycleAnswer stopped = new CycleAnswer(
                new ResolutionTournee(
                        Methode.EXACTE,
                        Preuve.INTERROMPU,
                        List.of(new NiveauAtteint(NiveauTournee.SEANCES_NON_TENUES, 4L, 0L)),
                        null),
                List.of());
        SeancesNonTenues unserved = new SeancesNonTenues("place:near", MONDAY, 4, false, List.of());

        assertThat(new UnservedCauses(search, Map.of(MONDAY, stopped)).of(List.of(unserved)))
                .singleElement()
                .satisfies(row -> assertThat(row.getCauses()).isEmpty())
                .satisfies(row -> assertThat(row.getSought()).isFalse());
    }

    /** 24 places around one animateur: what is listed stays within the limit, is said beforehand, and is never told as proven. */
    @Test
    void limitsTheDaysOfASectorThatIsTooLarge() {
        TourQuestion large = AnyRegion.alone(7, 24);
        ResolutionTournee proven = new ResolutionTournee(
                Methode.EXACTE,
                Preuve.OPTIMAL,
                List.of(
                        new NiveauAtteint(NiveauTournee.SEANCES_NON_TENUES, 90L, 90L),
                        new NiveauAtteint(NiveauTournee.MINUTES_DE_ROUTE, 500L, 500L)),
                null);

        assertThat(TourSolver.size(large))
                .satisfies(size -> assertThat(size.days()).isLessThanOrEqualTo(DayTourList.MOST))
                .satisfies(size -> assertThat(size.near()).isBetween(1, 22));
        assertThat(DayTourList.ofRhythms(large).told(proven, MONDAY))
                .satisfies(told -> assertThat(told.getPreuve()).isEqualTo(Preuve.INTERROMPU))
                .satisfies(told ->
                        assertThat(told.getNiveaux().getFirst().getBound()).isBetween(1L, 89L))
                .satisfies(told ->
                        assertThat(told.getNiveaux().getLast().getBound()).isNull())
                .satisfies(told -> assertThat(told.getVoisines()).isPositive());
        assertThat(TourSolver.size(AnyRegion.alone(7, 8)).near()).isNull();
    }

    /** Whoever left held all that is asked for: the days of who is left bound nothing of it. */
    @Test
    void boundsWhatIsUnservedOfALargeSectorByWhatIsStillAskedFor() {
        TourQuestion large = AnyRegion.alone(7, 24);
        List<ReferenceSession> had = new ArrayList<>();
        for (TourStop stop : large.stops()) {
            ReferenceSession fact = new ReferenceSession("", stop.key(), MONDAY, 540, "A-99", true, true);
            had.addAll(Collections.nCopies(stop.asked(), fact));
        }
        ResolutionTournee found = new ResolutionTournee(
                Methode.EXACTE,
                Preuve.INTERROMPU,
                List.of(new NiveauAtteint(NiveauTournee.SEANCES_NON_TENUES, 90L, 0L)),
                null);

        ResolutionTournee told =
                DayTourList.ofRhythms(large.withReferences(had)).told(found, MONDAY);

        assertThat(told.getNiveaux().getFirst().getBound()).isZero();
    }

    @Test
    void tellsAPlaceOnlyWhatWouldServeIt() {
        TourStop closed = SmallTours.stop("place:closed", 2, 49.06, HOURS)
                .with(List.of(new DateSpan(MONDAY, MONDAY.plusWeeks(4))), null, true);
        TourStop often = SmallTours.stop("place:near", 8, 49.05, HOURS);
        TourAnimateur absent = SmallTours.animateur(
                "A-01",
                List.of(new DateSpan(MONDAY, MONDAY.plusWeeks(3).minusDays(1))),
                JourOuvrable.LUNDI,
                JourOuvrable.JEUDI);

        TourAnswer answer = TourSolver.solve(question(Set.of(), List.of(absent), closed, often), true);

        assertThat(answer.unserved())
                .extracting(SeancesNonTenues::getEtape)
                .containsExactly("place:closed", "place:near");
        assertThat(answer.unserved().getFirst().getCauses())
                .containsExactly(new CauseVerifiee(MotifSeance.LIEU_FERME, 2, Preuve.OPTIMAL));
        assertThat(answer.unserved().getLast().getCauses())
                .containsExactly(
                        new CauseVerifiee(MotifSeance.ANIMATEUR_ABSENT, 4, Preuve.OPTIMAL),
                        new CauseVerifiee(MotifSeance.SANS_ANIMATEUR, 4, Preuve.OPTIMAL));
    }

    @Test
    void keepsBothPublishedSessionsOfADayThoughOneIsAskedForNow() {
        TourStop once = SmallTours.stop("place:near", 1, 49.05, HOURS);
        TourQuestion question = question(Set.of(), List.of(animateur), once)
                .withReferences(List.of(
                        new ReferenceSession("1", "place:near", MONDAY, 540, "A-01", true),
                        new ReferenceSession("2", "place:near", MONDAY, 840, "A-01", true)));

        assertThat(solve(question).calendar().sessions())
                .extracting(TourSession::date, TourSession::start)
                .containsExactly(tuple(MONDAY, 540), tuple(MONDAY, 840));
    }

    @Test
    void findsThatNobodyServesAnEpciAndAPlaceTooFar() {
        TourAnswer answer = TourSolver.solve(question(Set.of(), List.of(), near), true);

        assertThat(answer.calendar().days()).isEmpty();
        assertThat(answer.unserved())
                .singleElement()
                .satisfies(unserved -> assertThat(unserved.getCauses())
                        .containsExactly(new CauseVerifiee(MotifSeance.SANS_ANIMATEUR, 4, Preuve.OPTIMAL)));

        TourStop far = SmallTours.stop("place:far", 1, 53, HOURS);

        assertOnlyCause(question(Set.of(), List.of(animateur), far), MotifSeance.TROP_LOIN, 1);
    }

    private static void assertOnlyCause(TourQuestion question, MotifSeance why, int sessions) {
        assertThat(TourSolver.solve(question, true).unserved())
                .singleElement()
                .satisfies(unserved -> assertThat(unserved.getCauses())
                        .containsExactly(new CauseVerifiee(why, sessions, Preuve.OPTIMAL)));
    }

    private static TourAnswer solve(TourQuestion question) {
        return TourSolver.solve(question, false);
    }

    private static TourQuestion question(Set<LocalDate> holidays, List<TourAnimateur> animateurs, TourStop... stops) {
        return TourCases.question(4, List.of(stops), animateurs, ESTIMATED)
                .withDates(new TourDates(MONDAY, 4, holidays, List.of()));
    }

    private static final List<LocalDate> MONDAYS = List.of(
            LocalDate.of(2018, 1, 8), LocalDate.of(2017, 12, 18),
            LocalDate.of(2018, 3, 12), LocalDate.of(2018, 10, 15));

    private static final List<UnaryOperator<TourQuestion>> CHANGES = List.of(
            asked -> animateurs(asked, each -> renamed(each, each.id() + "-2")),
            asked -> asked.withAnimateurs(asked.animateurs().subList(0, 1)),
            asked -> animateurs(asked, each -> each.with(each.absences(), 1)),
            asked -> stops(asked, TourSolverTest::evening),
            asked -> stops(asked, TourSolverTest::closedForEver),
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
        TourQuestion told = SmallTours.since(asked.withReferences(publishedOf(asked)), today);
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

    private static List<ReferenceSession> publishedOf(TourQuestion question) {
        return TourCases.published(
                question.dates().from(),
                TourSolver.solve(question, false).calendar().sessions());
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
