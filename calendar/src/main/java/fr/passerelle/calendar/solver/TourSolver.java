package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.ReferenceSession;
import fr.passerelle.calendar.rule.TourAnimateur;
import fr.passerelle.calendar.rule.TourCalendar;
import fr.passerelle.calendar.rule.TourCheck;
import fr.passerelle.calendar.rule.TourCheck.TourLevels;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.solver.CycleSearch.CycleAnswer;
import fr.passerelle.calendar.solver.RhythmSearch.PatternList;
import fr.passerelle.calendar.solver.RhythmSearch.RhythmAnswer;
import fr.passerelle.schemas.event.NiveauAtteint;
import fr.passerelle.schemas.event.ResolutionTournee;
import fr.passerelle.schemas.event.RythmeEtape;
import fr.passerelle.schemas.event.SeancesNonTenues;
import fr.passerelle.schemas.fault.RunRefused;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who holds which session where and when: the same answer, to the byte, to the same question. */
public final class TourSolver {

    private TourSolver() {}

    /**
     * How much a sector asks of a search: how many day tours of four weeks it compares at most, and with how many of its nearest each étape may
     * share a day, null where all day tours are compared.
     */
    public record SectorSize(
            int stops, int animateurs, long days, @Nullable Integer near) {}

    /** That of a sector, before anything is solved. */
    public static SectorSize size(TourQuestion sector) {
        TourQuestion question = inOrder(sector);
        PatternList list = new PatternList(DayTourList.ofRealDays(question));
        DayTourList tours =
                question.stops().stream().allMatch(list::isPublished) ? list.tours() : DayTourList.ofRhythms(question);
        return new SectorSize(
                question.stops().size(),
                question.animateurs().size(),
                tours.size(),
                tours.isWhole() ? null : tours.near());
    }

    /**
     * The best calendar of one sector, checked without the solver.
     *
     * @param reasons whether to seek why sessions are unserved
     * @throws RunRefused where no calendar may be
     * @throws IllegalStateException when the check finds the answer wrong: a fault of ours
     */
    public static TourAnswer solve(TourQuestion sector, boolean reasons) {
        TourQuestion question = inOrder(sector);
        RhythmAnswer rhythm = RhythmSearch.best(DayTourList.ofRhythms(question));
        TourQuestion kept = question.withReferences(references(question, rhythm));
        CycleSearch search = new CycleSearch(kept);
        SortedMap<LocalDate, CycleAnswer> cycles = new TreeMap<>();
        for (LocalDate cycle : question.dates().cycles()) {
            cycles.put(cycle, search.best(cycle));
        }
        TourCalendar calendar = new TourCalendar(
                cycles.values().stream().flatMap(cycle -> cycle.days().stream()).toList());
        check(kept, calendar, List.copyOf(cycles.values()));
        List<SeancesNonTenues> unserved = UnservedCauses.unserved(kept, calendar);
        return new TourAnswer(
                rhythm.rhythms().isEmpty() ? null : rhythm.resolution(),
                rhythm.rhythms(),
                cycles.values().stream().map(CycleAnswer::resolution).toList(),
                calendar,
                reasons && !unserved.isEmpty() ? new UnservedCauses(search, cycles).of(unserved) : unserved);
    }

    /** What the real days should keep to: sessions that were published, the rhythm of étapes that had none, and elsewhere the cycle before. */
    private static List<ReferenceSession> references(TourQuestion question, RhythmAnswer rhythm) {
        return Stream.of(
                        question.references().stream(),
                        question.dates().cycles().stream().flatMap(cycle -> rhythm.references(cycle).stream()),
                        question.stops().stream().flatMap(stop -> repeated(question, stop)))
                .flatMap(sessions -> sessions)
                .sorted(ReferenceSession.ORDER)
                .toList();
    }

    /** Published sessions, again in the cycles for which nothing was published yet. */
    private static Stream<ReferenceSession> repeated(TourQuestion question, TourStop stop) {
        List<LocalDate> cycles = question.dates().cycles();
        List<ReferenceSession> latest = List.of();
        List<ReferenceSession> repeated = new ArrayList<>();
        LocalDate from = cycles.getFirst();
        for (LocalDate cycle : cycles) {
            List<ReferenceSession> habit = question.habit(stop, cycle);
            if (habit.stream().anyMatch(ReferenceSession::published)) {
                latest = habit;
                from = cycle;
            } else if (latest.isEmpty()) {
                return Stream.empty();
            } else {
                long days = ChronoUnit.DAYS.between(from, cycle);
                latest.forEach(session -> repeated.add(moved(session, days)));
            }
        }
        return repeated.stream();
    }

    private static ReferenceSession moved(ReferenceSession session, long days) {
        return new ReferenceSession(
                "", session.stop(), session.date().plusDays(days), session.start(), session.animateur(), false);
    }

    private static void check(TourQuestion question, TourCalendar calendar, List<CycleAnswer> cycles) {
        TourCheck check = TourCheck.of(question, calendar);
        if (!check.holds()) {
            throw new IllegalStateException("Not a calendar: " + check.breaches());
        }
        for (int cycle = 0; cycle < cycles.size(); cycle++) {
            TourLevels levels = check.levels().get(cycle);
            List<Long> told = cycles.get(cycle).resolution().getNiveaux().stream()
                    .map(NiveauAtteint::getValue)
                    .toList();
            if (!told.equals(List.of(levels.unserved(), levels.changed(), levels.road(), levels.spread()))) {
                throw new IllegalStateException("The levels are " + levels + ", not " + told);
            }
        }
    }

    /** Whatever the order in which they were given. */
    private static TourQuestion inOrder(TourQuestion question) {
        return question.withStops(
                        question.stops().stream().sorted(TourStop.ORDER).toList())
                .withAnimateurs(question.animateurs().stream()
                        .sorted(Comparator.comparing(TourAnimateur::id))
                        .toList())
                .withReferences(question.references().stream()
                        .sorted(ReferenceSession.ORDER)
                        .toList());
    }

    /**
     * The best calendar of a sector, with how far it is proven.
     *
     * @param resolution of the rhythms; null where every étape had sessions that were published
     * @param rhythms of the étapes that had none, by subject: their visits by rank, without those that nobody can hold
     * @param cycles how each cycle was found, in order
     * @param unserved sessions that nobody holds, by étape, then cycle; their causes only where reasons were asked for
     */
    public record TourAnswer(
            @Nullable ResolutionTournee resolution,
            SortedMap<String, List<RythmeEtape>> rhythms,
            List<ResolutionTournee> cycles,
            TourCalendar calendar,
            List<SeancesNonTenues> unserved) {}
}
