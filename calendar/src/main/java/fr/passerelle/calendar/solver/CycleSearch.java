package fr.passerelle.calendar.solver;

import fr.passerelle.calendar.rule.DayTour;
import fr.passerelle.calendar.rule.ReferenceSession;
import fr.passerelle.calendar.rule.TourCalendar;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.solver.TourLevelSearch.Reached;
import fr.passerelle.schemas.event.NiveauAtteint;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.ResolutionTournee;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The best real days of a cycle.
 *
 * @param pins sessions of the question that may not move
 */
record CycleSearch(DayTourList tours, List<ReferenceSession> pins) {

    CycleSearch(TourQuestion question) {
        this(DayTourList.ofRealDays(question), question.pins());
    }

    TourQuestion question() {
        return tours.question();
    }

    /** Days and how they were found. */
    record CycleAnswer(ResolutionTournee resolution, List<DayTour> days) {

        /** What it leaves unserved. */
        private NiveauAtteint unserved() {
            return resolution.getNiveaux().getFirst();
        }

        /** Whether no more sessions may be held: its first level was searched to its end. */
        boolean isSettled() {
            return Objects.equals(unserved().getBound(), unserved().getValue());
        }
    }

    /**
     * Sessions gained.
     *
     * @param sessions found
     * @param most more cannot be, among the days that were listed
     * @param whole whether these were all days
     */
    record Gain(int sessions, int most, boolean whole) {

        Preuve preuve() {
            return whole && sessions == most ? Preuve.OPTIMAL : Preuve.INTERROMPU;
        }

        /** What is left of it beyond a gain that needs nothing else: at least, and at most. */
        private Gain beyond(Gain idle) {
            return new Gain(Math.max(0, sessions - idle.most), Math.max(0, most - idle.sessions), whole);
        }
    }

    CycleAnswer best(LocalDate cycle) {
        CycleModel model = new CycleModel(tours, cycle, pins);
        Reached reached = TourLevelSearch.CYCLE.best(model.model(), model.start());
        return new CycleAnswer(tours.told(reached.resolution(), cycle), model.days(reached.taken()));
    }

    /**
     * What an answer would gain by itself, had its search gone on: nothing where it is settled.
     *
     * @param stop the étape that gains: no other may have more than it has
     */
    Gain idle(LocalDate cycle, CycleAnswer now, String stop) {
        Gain nothing = new Gain(0, 0, tours.isWhole());
        return now.isSettled() ? nothing : gain(question(), cycle, now, stop, nothing);
    }

    /**
     * Sessions that another question of the same étapes would serve more than an answer does.
     *
     * @param stop the étape that gains: no other may have more than it has
     * @param idle what the answer would gain without it
     */
    Gain gain(TourQuestion other, LocalDate cycle, CycleAnswer now, String stop, Gain idle) {
        CycleModel model = new CycleModel(tours.of(other), cycle, pins);
        TourCalendar calendar = new TourCalendar(now.days());
        question().stops().stream()
                .filter(each -> !each.key().equals(stop))
                .forEach(each -> model.atMost(
                        each, calendar.sessions(question().dates(), each, cycle).size()));
        Reached reached = TourLevelSearch.REASON.best(model.model(), model.holding(now.days()));
        NiveauAtteint unserved = reached.resolution().getNiveaux().getFirst();
        long before = now.unserved().getValue();
        return new Gain(gained(before, unserved.getValue()), gained(before, bound(unserved)), tours.isWhole())
                .beyond(idle);
    }

    private static long bound(NiveauAtteint level) {
        return Objects.requireNonNull(level.getBound(), "The first level has a bound");
    }

    private static int gained(long before, long after) {
        return Math.toIntExact(Math.max(0, before - after));
    }
}
