package fr.passerelle.console.tour;

import fr.passerelle.calendar.tour.TourPlan;
import fr.passerelle.calendar.tour.TourPlans;
import fr.passerelle.console.map.Maps;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.session.PublishedSessions;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The calendars as pages show them. */
@Component
public class TourSheets {

    private final TourPlans plans;
    private final PublishedSessions sessions;
    private final Maps maps;

    TourSheets(TourPlans plans, PublishedSessions sessions, Maps maps) {
        this.plans = plans;
        this.sessions = sessions;
        this.maps = maps;
    }

    /** All calendars, latest first. */
    public List<TourPlan> all() {
        return plans.all();
    }

    /** The one that is shown where nobody chose: the latest that is published, else the latest that is computed. */
    public Optional<TourPlan> shown() {
        List<TourPlan> all = all();
        return first(all, TourPlan.State.PUBLISHED).or(() -> first(all, TourPlan.State.COMPUTED));
    }

    private static Optional<TourPlan> first(List<TourPlan> plans, TourPlan.State state) {
        return plans.stream().filter(plan -> plan.state() == state).findFirst();
    }

    /** One that was computed, by what people call it. */
    public Optional<TourPlan> find(String id) {
        return all().stream()
                .filter(plan -> plan.id().equals(id) && plan.computedAt() != null)
                .findFirst();
    }

    /** All that the page shows of one that was computed; empty where it has no such week, animateur or day. */
    public Optional<TourSheet> of(TourPlan plan, TourChoice choice, PublishedResults published) {
        return new CalendarReading(plan, plans.steps(plan.no()), plans.computed(plan.no()), sessions.all())
                .sheet(choice, published, maps);
    }
}
