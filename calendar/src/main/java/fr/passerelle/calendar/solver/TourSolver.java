package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.ReferenceSession;
import fr.passerelle.calendar.rule.TourAnimateur;
import fr.passerelle.calendar.rule.TourCalendar;
import fr.passerelle.calendar.rule.TourCheck;
import fr.passerelle.calendar.rule.TourLevels;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.solver.CycleSearch.CycleAnswer;
import fr.passerelle.schemas.event.NiveauAtteint;
import fr.passerelle.schemas.event.SeancesNonTenues;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who holds which session where and when: the same answer, to the byte, to the same question. */
public final class TourSolver {

    private TourSolver() {}

    /**
     * How much a sector asks of a search.
     *
     * @param days day tours that are compared for four weeks, at most
     * @param near with how many of its nearest each étape may share a day; null where all day tours are compared
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
     * @param progress told in French how far it is
     * @throws TourRefused where no calendar may be
     * @throws IllegalStateException when the check finds the answer wrong: a fault of ours
     */
    public static TourAnswer solve(TourQuestion sector, boolean reasons, Consumer<String> progress) {
        TourQuestion question = inOrder(sector);
        progress.accept("Rythmes des étapes…");
        RhythmAnswer rhythm = new RhythmSearch(DayTourList.ofRhythms(question)).best();
        TourQuestion kept = question.withReferences(new CycleReferences(question, rhythm).all());
        CycleSearch search = new CycleSearch(kept);
        SortedMap<LocalDate, CycleAnswer> cycles = new TreeMap<>();
        for (LocalDate cycle : question.dates().cycles()) {
            progress.accept("Quatre semaines à partir du %s…".formatted(cycle));
            cycles.put(cycle, search.best(cycle));
        }
        TourCalendar calendar = new TourCalendar(
                cycles.values().stream().flatMap(cycle -> cycle.days().stream()).toList());
        check(kept, calendar, List.copyOf(cycles.values()));
        List<SeancesNonTenues> unserved = UnservedCauses.unserved(kept, calendar);
        boolean isAsked = reasons && !unserved.isEmpty();
        if (isAsked) {
            progress.accept("Pourquoi des séances ne sont pas tenues…");
        }
        return new TourAnswer(
                rhythm.rhythms().isEmpty() ? null : rhythm.resolution(),
                rhythm.rhythms(),
                cycles.values().stream().map(CycleAnswer::resolution).toList(),
                calendar,
                isAsked ? new UnservedCauses(search, cycles).of(unserved) : unserved);
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
}
