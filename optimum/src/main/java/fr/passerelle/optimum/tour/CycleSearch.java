package fr.passerelle.optimum.tour;

import fr.passerelle.optimum.tour.TourLevelSearch.Reached;
import fr.passerelle.rules.tour.DayTour;
import fr.passerelle.rules.tour.ReferenceSession;
import fr.passerelle.rules.tour.TourCalendar;
import fr.passerelle.rules.tour.TourLevels;
import fr.passerelle.rules.tour.TourQuestion;
import fr.passerelle.schemas.event.NiveauAtteint;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.ResolutionTournee;
import java.time.LocalDate;
import java.util.List;

/**
 * The best real days of a cycle.
 *
 * @param pins sessions of the question that may not move
 */
record CycleSearch(DayTourList tours, List<ReferenceSession> pins) {

    CycleSearch(TourQuestion question) {
        this(new DayTourList(question), question.pins());
    }

    TourQuestion question() {
        return tours.question();
    }

    /** Days and how they were found. */
    record CycleAnswer(ResolutionTournee resolution, List<DayTour> days) {}

    /** Sessions gained, and whether no more could be. */
    record Gain(int sessions, Preuve preuve) {}

    CycleAnswer best(LocalDate cycle) {
        CycleModel model = new CycleModel(tours, cycle, pins);
        Reached reached = TourLimits.CYCLE.best(model.model(), model.start());
        return new CycleAnswer(reached.resolution(), model.days(reached.taken()));
    }

    /** Sessions that another question of the same étapes would serve more than some days do. */
    Gain gain(TourQuestion other, LocalDate cycle, TourCalendar calendar) {
        return gain(new CycleModel(tours.of(other), cycle, pins), cycle, calendar);
    }

    /** The same for one étape: no other may have more than it has. */
    Gain gain(TourQuestion other, LocalDate cycle, TourCalendar calendar, String stop) {
        CycleModel model = new CycleModel(tours.of(other), cycle, pins);
        question().stops().stream()
                .filter(each -> !each.key().equals(stop))
                .forEach(each -> model.atMost(
                        each, calendar.sessions(question().dates(), each, cycle).size()));
        return gain(model, cycle, calendar);
    }

    private Gain gain(CycleModel model, LocalDate cycle, TourCalendar calendar) {
        Reached reached = TourLimits.REASON.best(
                model.model(), model.holding(calendar.days(question().dates(), cycle)));
        NiveauAtteint unserved = reached.resolution().getNiveaux().getFirst();
        long before = TourLevels.of(question(), calendar, cycle).unserved();
        return new Gain(
                Math.toIntExact(Math.max(0, before - unserved.getValue())),
                reached.resolution().getPreuve());
    }
}
