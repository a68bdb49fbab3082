package fr.passerelle.console.tour;

import fr.passerelle.calendar.tour.TourManifest;
import fr.passerelle.console.map.Maps;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.tour.TourSheet.CalendarReading;
import fr.passerelle.console.tour.WeekGrid.TourChoice;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.session.PublishedSessions;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.study.Studies;
import fr.passerelle.study.Study;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A calendar of the nomadic service: who is where, week by week, and how far it is the best. */
@Controller
public record TourneesPage(TourSheets sheets, CurrentResults current) {

    /** The page; nothing is chosen where no calendar is computed. */
    record TourStudy(
            List<Study<TourManifest>> plans, @Nullable TourSheet chosen) {}

    @GetMapping("/tournees")
    ModelAndView show(
            @RequestParam(defaultValue = "") String plan,
            @RequestParam(defaultValue = "") String semaine,
            @RequestParam(defaultValue = "") String animateur,
            @RequestParam(defaultValue = "") String jour) {
        TourSheet chosen = chosen(plan)
                .map(one -> sheets.of(one, new TourChoice(semaine, animateur, jour), current.get())
                        .orElseThrow(NotFound::new))
                .orElse(null);
        return new ModelAndView("tour/une", "page", new TourStudy(sheets.all(), chosen));
    }

    private Optional<Study<TourManifest>> chosen(String id) {
        return id.isEmpty() ? sheets.shown() : Optional.of(sheets.find(id).orElseThrow(NotFound::new));
    }

    /** The calendars as pages show them. */
    @Component
    public record TourSheets(Studies studies, PublishedSessions sessions, Maps maps) {

        /** All calendars, latest first. */
        public List<Study<TourManifest>> all() {
            return studies.all(TourManifest.SERIES);
        }

        /** The one that is shown where nobody chose: the latest that is published, else the latest that is computed. */
        public Optional<Study<TourManifest>> shown() {
            List<Study<TourManifest>> all = all();
            return first(all, Study.State.ADOPTED).or(() -> first(all, Study.State.COMPUTED));
        }

        private static Optional<Study<TourManifest>> first(List<Study<TourManifest>> plans, Study.State state) {
            return plans.stream().filter(plan -> plan.state() == state).findFirst();
        }

        /** One that was computed, by what people call it. */
        public Optional<Study<TourManifest>> find(String id) {
            return studies.find(TourManifest.SERIES, id).filter(Study::isComputed);
        }

        /** All that the page shows of one that was computed; empty where it has no such week, animateur or day. */
        public Optional<TourSheet> of(Study<TourManifest> plan, TourChoice choice, PublishedResults published) {
            return new CalendarReading(
                            plan, studies.steps(plan), studies.answers(plan.id(), ToursComputed.class), sessions.all())
                    .sheet(choice, published, maps);
        }
    }
}
