package fr.passerelle.console.tour;

import fr.passerelle.calendar.tour.TourExamples;
import fr.passerelle.console.map.Maps;
import fr.passerelle.console.tour.TourSheet.CalendarReading;
import fr.passerelle.console.tour.WeekGrid.TourChoice;
import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.study.Study;
import java.time.OffsetDateTime;
import java.util.List;

/** The pages of the examples. */
final class SheetExamples {

    private SheetExamples() {}

    /** That of a calendar, in its first week. */
    static TourSheet sheet(Study.State state, ToursComputed computed, PublishedSession... told) {
        return new CalendarReading(
                        TourExamples.plan(state),
                        List.of(new Study.Step(
                                Study.Verb.PLAN,
                                "c-1",
                                "Rentrée de janvier",
                                "ab",
                                OffsetDateTime.parse("2026-11-28T10:00:00Z"))),
                        List.of(computed),
                        List.of(told))
                .sheet(new TourChoice("", "", ""), TourExamples.published(), new Maps())
                .orElseThrow();
    }
}
