package fr.passerelle.console.tour;

import fr.passerelle.calendar.tour.TourPlan;
import fr.passerelle.calendar.tour.TourStep;
import fr.passerelle.console.map.Maps;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.session.PublishedSession;
import fr.passerelle.schemas.event.ToursComputed;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a calendar that was computed.
 *
 * @param sectors what it computed, one at least
 * @param told every session that was ever published, as it stands now
 */
public record CalendarReading(
        TourPlan plan, List<TourStep> steps, List<ToursComputed> sectors, List<PublishedSession> told) {

    /** All that its page shows; empty where it has no such week, animateur or day. */
    Optional<TourSheet> sheet(TourChoice choice, PublishedResults published, Maps maps) {
        return choice.monday(plan.manifest()).flatMap(monday -> sheet(monday, choice, published, maps));
    }

    private Optional<TourSheet> sheet(LocalDate monday, TourChoice choice, PublishedResults published, Maps maps) {
        CalendarNames names = new CalendarNames(sectors, told, published);
        WeekGrid week = WeekGrid.of(monday, new CalendarSessions(sectors, names, plan.state(), told));
        Optional<DayRoute> day = week.outing(choice).map(new RouteDrawing(plan, sectors, published, maps)::of);
        return day.isEmpty() && choice.isOfADay()
                ? Optional.empty()
                : Optional.of(new TourSheet(
                        plan,
                        steps,
                        sectors,
                        names,
                        TourChoice.mondays(plan.manifest()).map(TourWeek::of).toList(),
                        week,
                        day.orElse(null),
                        plan.manifest().run() == published.run().no()));
    }
}
