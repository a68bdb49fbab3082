package fr.passerelle.calendar.solver;

import static fr.passerelle.calendar.rule.TourCases.MONDAY;
import static fr.passerelle.calendar.rule.TourCases.TERMS;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.rule.DayPlanner;
import fr.passerelle.calendar.rule.DayPlanner.TourVisit;
import fr.passerelle.calendar.rule.ReferenceSession;
import fr.passerelle.calendar.rule.TourAnimateur;
import fr.passerelle.calendar.rule.TourCalendar;
import fr.passerelle.calendar.rule.TourCalendar.DayTour;
import fr.passerelle.calendar.rule.TourCheck;
import fr.passerelle.calendar.rule.TourCheck.TourLevels;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.rule.VisitPattern;
import fr.passerelle.calendar.solver.CycleSearch.CycleAnswer;
import fr.passerelle.calendar.solver.RhythmSearch.RhythmAnswer;
import fr.passerelle.calendar.solver.TourModel.Reached;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.NiveauAtteint;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.Rythme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exact models beside every rhythm and every calendar there is. */
class CycleModelTest {

    /** Less is better, and a level only decides among what is best on those before it. */
    static final Comparator<TourLevels> BEST = Comparator.comparingLong(TourLevels::unserved)
            .thenComparingLong(TourLevels::changed)
            .thenComparingLong(TourLevels::road)
            .thenComparingLong(TourLevels::spread);

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

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void reachesWhatEveryPatternReachesAtBest(long seed) {
        assertBestRhythm(SmallTours.of(seed));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void reachesWhatEveryPatternOfTwoAnimateursReachesAtBest(long seed) {
        assertBestRhythm(SmallTours.shared(seed));
    }

    private static void assertBestRhythm(TourQuestion question) {
        RhythmAnswer answer = RhythmSearch.best(DayTourList.ofRhythms(question));

        assertThat(levels(answer)).isEqualTo(EveryRhythm.best(question));
        assertThat(answer.resolution().getPreuve()).isEqualTo(Preuve.OPTIMAL);
    }

    /** What its days reach, counted by the rules. */
    private static TourLevels levels(RhythmAnswer answer) {
        TourQuestion question = answer.question();
        return TourLevels.of(
                question.withReferences(List.of()),
                new TourCalendar(answer.days()),
                question.dates().from());
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
            if ((best == null || BEST.compare(levels, best) < 0)
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

    @Test
    void tellsWhatItsAnswerReachesOnALevelThatALaterOneMadeBetter() {
        TourModel<ReferenceSession> model = new TourModel<>(0, 1, TERMS);
        int changed = model.choice();
        int kept = model.choice();
        model.exactlyOne(List.of(changed, kept));
        model.changes(changed, 1);
        model.drives(changed, 0, 20, 200);
        model.drives(kept, 0, 10, 190);
        BitSet start = new BitSet();
        start.set(changed);

        Reached reached = model.best(start, List.of(1.0, 0.0, 1.0, 1.0));

        assertThat(reached.taken().get(kept)).isTrue();
        assertThat(reached.resolution().getNiveaux())
                .extracting(NiveauAtteint::getValue)
                .containsExactly(0L, 0L, 10L, 0L);
    }

    /** Tries every calendar of one cycle: each day of each animateur with every set of visits, at any hour or at those of its references. */
    static final class EveryCalendar {

        private final TourQuestion question;
        private final LocalDate cycle;
        private final Map<TourStop, Integer> most;
        private @Nullable TourLevels best;

        private EveryCalendar(TourQuestion question, LocalDate cycle) {
            this.question = question;
            this.cycle = cycle;
            List<ReferenceSession> pins = question.pins();
            this.most = question.stops().stream()
                    .collect(Collectors.toMap(stop -> stop, stop -> question.most(stop, cycle, pins)));
        }

        /** The least levels of all that may be. */
        static TourLevels best(TourQuestion question, LocalDate cycle) {
            EveryCalendar every = new EveryCalendar(question, cycle);
            List<List<DayTour>> days = question.animateurs().stream()
                    .flatMap(
                            animateur -> question.dates().days(cycle).stream().map(date -> every.days(animateur, date)))
                    .filter(options -> !options.isEmpty())
                    .toList();
            every.tryAll(days, List.of());
            return Objects.requireNonNull(every.best);
        }

        private void tryAll(List<List<DayTour>> days, List<DayTour> taken) {
            if (isTooMuch(taken) || (best != null && BEST.compare(atBest(days, taken), best) >= 0)) {
                return;
            }
            if (days.isEmpty()) {
                tryOne(new TourCalendar(taken));
                return;
            }
            List<List<DayTour>> others = days.subList(1, days.size());
            days.getFirst()
                    .forEach(day -> tryAll(
                            others,
                            Stream.concat(taken.stream(), Stream.of(day)).toList()));
            tryAll(others, taken);
        }

        private boolean isTooMuch(List<DayTour> taken) {
            return question.stops().stream().anyMatch(stop -> held(taken, stop) > most.getOrDefault(stop, 0));
        }

        /** Less than any calendar reaches that has those days: the days that are left are full, and hold all references of theirs as they are. */
        private TourLevels atBest(List<List<DayTour>> left, List<DayTour> taken) {
            long unserved = 0;
            long changed = 0;
            for (TourStop stop : question.stops()) {
                long held = held(taken, stop);
                List<ReferenceSession> references = question.references(stop, cycle);
                long kept = references.stream()
                        .filter(session -> left.stream().anyMatch(day -> isOf(session, day.getFirst()))
                                || taken.stream()
                                        .flatMap(day -> day.sessions().stream())
                                        .anyMatch(session::isSameAs))
                        .count();
                unserved += Math.max(0, question.asked(stop, cycle) - held);
                changed += Math.max(0, Math.min(references.size(), held) - kept);
            }
            long full = (long) left.size() * question.terms().tournees().sessionsADay();
            return new TourLevels(
                    Math.max(0, unserved - full),
                    changed,
                    taken.stream().mapToLong(DayTour::roadMinutes).sum(),
                    0);
        }

        private static boolean isOf(ReferenceSession session, DayTour day) {
            return session.date().equals(day.date())
                    && session.animateur().equals(day.animateur().id());
        }

        private static long held(List<DayTour> taken, TourStop stop) {
            return taken.stream()
                    .flatMap(day -> day.halts().stream())
                    .filter(halt -> halt.stop().equals(stop))
                    .count();
        }

        private void tryOne(TourCalendar calendar) {
            TourLevels levels = TourLevels.of(question, calendar, cycle);
            if ((best == null || BEST.compare(levels, best) < 0)
                    && TourCheck.of(question, calendar).holds()) {
                best = levels;
            }
        }

        private List<DayTour> days(TourAnimateur animateur, LocalDate date) {
            List<TourVisit> visits = new ArrayList<>();
            for (TourStop stop : question.stops()) {
                visits.add(TourVisit.of(stop));
                visits.add(TourVisit.of(stop));
                for (DemiJournee half : DemiJournee.values()) {
                    visits.add(
                            TourVisit.of(stop, half, question.terms().tournees().day()));
                }
                question.references(stop, cycle).stream()
                        .filter(session -> session.date().equals(date)
                                && session.animateur().equals(animateur.id()))
                        .map(ReferenceSession::start)
                        .distinct()
                        .forEach(start -> visits.add(TourVisit.at(stop, start)));
            }
            return sets(visits, question.terms().tournees().sessionsADay())
                    .filter(set -> !set.isEmpty() && set.stream().allMatch(visit -> isSought(set, visit)))
                    .flatMap(set -> new DayPlanner(question).best(animateur, date, set).stream())
                    .filter(day -> TourCheck.of(question.withReferences(List.of()), new TourCalendar(List.of(day)))
                            .holds())
                    .distinct()
                    .sorted(Comparator.comparingInt(
                            (DayTour day) -> -day.halts().size()))
                    .toList();
        }

        /** With several animateurs, half of a day only for an étape that comes twice: other hours than the best are not sought then. */
        private boolean isSought(List<TourVisit> set, TourVisit visit) {
            return question.animateurs().size() == 1
                    || visit.equals(TourVisit.of(visit.stop()))
                    || question.references(visit.stop(), cycle).stream()
                            .anyMatch(session -> visit.equals(TourVisit.at(visit.stop(), session.start())))
                    || set.stream()
                            .anyMatch(other -> other != visit && other.stop().equals(visit.stop()));
        }

        private static Stream<List<TourVisit>> sets(List<TourVisit> visits, int most) {
            return visits.isEmpty() || most == 0
                    ? Stream.of(List.of())
                    : Stream.concat(
                            sets(visits.subList(1, visits.size()), most),
                            sets(visits.subList(1, visits.size()), most - 1)
                                    .map(set -> Stream.concat(Stream.of(visits.getFirst()), set.stream())
                                            .toList()));
        }
    }
}
