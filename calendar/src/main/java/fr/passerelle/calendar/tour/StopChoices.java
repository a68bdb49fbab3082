package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.TourCalendar;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourSectors;
import fr.passerelle.calendar.solver.SecondChoice;
import fr.passerelle.calendar.solver.StopRhythm;
import fr.passerelle.calendar.solver.TourAnswer;
import fr.passerelle.calendar.solver.TourSolver;
import fr.passerelle.published.session.PublishedSessions;
import fr.passerelle.schemas.event.ToursComputed;
import java.util.List;
import org.springframework.stereotype.Component;

/** Why an étape has its days: what the next best ones cost, sought when somebody asks. */
@Component
public class StopChoices {

    private final TourPlanner planner;
    private final PublishedSessions sessions;

    StopChoices(TourPlanner planner, PublishedSessions sessions) {
        this.planner = planner;
        this.sessions = sessions;
    }

    /**
     * The second choice of each visit of an étape; none where its days were published before.
     *
     * @param sector that the calendar computed, with the étape
     * @throws fr.passerelle.schemas.fault.RunRefused when the calendar is not what was planned any more, or it is published
     */
    public List<SecondChoice> of(TourPlan plan, ToursComputed sector, String etape) {
        TourQuestion question = planner.require(plan)
                .question(plan.manifest(), sessions.from(plan.manifest().from()));
        return TourSectors.of(question).stream()
                .filter(part -> part.stop(etape).isPresent())
                .findFirst()
                .map(part -> TourSolver.secondChoices(part, answer(sector), etape))
                .orElse(List.of());
    }

    private static TourAnswer answer(ToursComputed sector) {
        List<StopRhythm> rhythms = sector.getEtapes().stream()
                .filter(etape -> !etape.getRythmes().isEmpty())
                .map(etape -> new StopRhythm(etape.getEtape(), etape.getRythmes()))
                .toList();
        return new TourAnswer(
                sector.getRythmes(),
                rhythms,
                sector.getCycles(),
                new TourCalendar(List.of()),
                sector.getNonTenues(),
                sector.getDemiJournees());
    }
}
