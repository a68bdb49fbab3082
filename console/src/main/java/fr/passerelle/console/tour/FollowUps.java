package fr.passerelle.console.tour;

import fr.passerelle.calendar.tour.TourPlan;
import fr.passerelle.calendar.tour.TourPlans;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.decision.KnownDecision;
import fr.passerelle.published.decision.KnownDecisions;
import fr.passerelle.published.session.PublishedSessions;
import org.springframework.stereotype.Component;

/** Reads how far each étape has come. */
@Component
public class FollowUps {

    private final PublishedSessions sessions;
    private final KnownDecisions decisions;
    private final SessionMonths months;
    private final TourPlans plans;

    FollowUps(PublishedSessions sessions, KnownDecisions decisions, SessionMonths months, TourPlans plans) {
        this.sessions = sessions;
        this.decisions = decisions;
        this.months = months;
        this.plans = plans;
    }

    /** Beside what is published. */
    public FollowUp of(PublishedResults published) {
        return FollowUp.of(
                published,
                sessions.all(),
                decisions.all().stream().map(KnownDecision::decision).toList(),
                months.all(),
                plans.all().stream()
                        .filter(plan -> plan.state() == TourPlan.State.PUBLISHED)
                        .flatMap(plan -> plans.computed(plan.no()).stream())
                        .toList());
    }
}
