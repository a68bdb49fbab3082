package fr.passerelle.optimum.tour;

import fr.passerelle.optimum.tour.TourLevelSearch.Reached;
import fr.passerelle.rules.tour.DayTour;
import fr.passerelle.rules.tour.TourCalendar;
import fr.passerelle.rules.tour.TourLevels;
import fr.passerelle.rules.tour.TourQuestion;
import fr.passerelle.schemas.event.Methode;
import fr.passerelle.schemas.event.NiveauAtteint;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.ResolutionTournee;
import java.time.LocalDate;
import java.util.List;

/** The best real days of a cycle. */
record CycleSearch(TourQuestion question) {

    /** Days and how they were found. */
    record CycleAnswer(ResolutionTournee resolution, List<DayTour> days) {}

    /** Sessions gained, and whether no more could be. */
    record Gain(int sessions, Preuve preuve) {}

    /** @param tours of the question */
    CycleAnswer best(DayTourList tours, LocalDate cycle) {
        CycleModel model = new CycleModel(tours, cycle);
        Reached reached = TourLimits.CYCLE.best(model.model(), Methode.EXACTE, model.start());
        return new CycleAnswer(reached.resolution(), model.days(reached.taken()));
    }

    /** Sessions that another question of the same étapes would serve more than some days do. */
    Gain gain(TourQuestion other, LocalDate cycle, TourCalendar calendar) {
        CycleModel model = new CycleModel(new DayTourList(other), cycle);
        Reached reached = TourLimits.REASON.best(
                model.model(), Methode.EXACTE, model.holding(calendar.days(question.dates(), cycle)));
        NiveauAtteint unserved = reached.resolution().getNiveaux().getFirst();
        long before = TourLevels.of(question, calendar, cycle).unserved();
        return new Gain(
                Math.toIntExact(Math.max(0, before - unserved.getValue())),
                reached.resolution().getPreuve());
    }
}
