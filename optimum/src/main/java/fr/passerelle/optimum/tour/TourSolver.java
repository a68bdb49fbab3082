package fr.passerelle.optimum.tour;

import fr.passerelle.optimum.tour.CycleSearch.CycleAnswer;
import fr.passerelle.rules.tour.ReferenceSession;
import fr.passerelle.rules.tour.TourAnimateur;
import fr.passerelle.rules.tour.TourCalendar;
import fr.passerelle.rules.tour.TourCheck;
import fr.passerelle.rules.tour.TourLevels;
import fr.passerelle.rules.tour.TourQuestion;
import fr.passerelle.rules.tour.TourStop;
import fr.passerelle.schemas.event.NiveauAtteint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Who holds which session where and when: the same answer, to the byte, to the same question. */
public final class TourSolver {

    private TourSolver() {}

    /**
     * The best calendar of one sector, checked without the solver.
     *
     * @param reasons whether to seek why sessions are unserved, and what would serve more
     * @param progress told in French how far it is
     * @throws TourRefused where no calendar may be
     * @throws IllegalStateException when the check finds the answer wrong: a fault of ours
     */
    public static TourAnswer solve(TourQuestion sector, boolean reasons, Consumer<String> progress) {
        TourQuestion question = inOrder(sector);
        progress.accept("Rythmes des étapes…");
        RhythmAnswer rhythm = new RhythmSearch(new DayTourList(question)).best();
        TourQuestion kept = question.withReferences(new CycleReferences(question, rhythm).all());
        CycleSearch search = new CycleSearch(kept);
        List<CycleAnswer> cycles = new ArrayList<>();
        for (LocalDate cycle : question.dates().cycles()) {
            progress.accept("Quatre semaines à partir du %s…".formatted(cycle));
            cycles.add(search.best(cycle));
        }
        TourCalendar calendar = new TourCalendar(
                cycles.stream().flatMap(cycle -> cycle.days().stream()).toList());
        check(kept, calendar, cycles);
        UnservedSessions unserved = new UnservedSessions(kept, calendar);
        boolean isAsked = reasons && !unserved.all().isEmpty();
        if (isAsked) {
            progress.accept("Pourquoi des séances ne sont pas tenues…");
        }
        return new TourAnswer(
                rhythm.rhythms().isEmpty() ? null : rhythm.resolution(),
                rhythm.rhythms(),
                cycles.stream().map(CycleAnswer::resolution).toList(),
                calendar,
                isAsked ? new UnservedCauses(search, calendar).of(unserved.all()) : unserved.all(),
                isAsked ? new ExtraHalves(search, calendar, unserved.worst()).all() : List.of());
    }

    /** Second choice of each visit of an étape, by rank: the best rhythms that hold it in another half of the week. */
    public static List<SecondChoice> secondChoices(TourQuestion sector, TourAnswer answer, String stop) {
        return new SecondChoices(new DayTourList(inOrder(sector)), answer).of(stop);
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
