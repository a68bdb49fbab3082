package fr.passerelle.console.tour;

import fr.passerelle.calendar.rule.ToldSession;
import fr.passerelle.calendar.text.DoorPoster;
import fr.passerelle.calendar.text.DoorPoster.PosterContact;
import fr.passerelle.calendar.text.SessionAgendas;
import fr.passerelle.calendar.tour.SessionFeeds;
import fr.passerelle.console.page.FileAnswer;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where and when sessions are, for whoever answers the telephone: a search, agendas to follow, posters to print. */
@Controller
public class AgendaPages {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Agendas agendas;

    AgendaPages(Agendas agendas) {
        this.agendas = agendas;
    }

    /** The places that have all of some words; all places where there are none. */
    record PlaceList(String words, List<Agendas.PlaceDates> places) {}

    @GetMapping("/tournees/lieux")
    ModelAndView places(@RequestParam(defaultValue = "") String q) {
        return new ModelAndView("tour/lieux", "page", new PlaceList(q, agendas.named(q)));
    }

    @GetMapping("/tournees/flux/{file}")
    ResponseEntity<byte[]> agenda(@PathVariable String file) {
        String text = agendas.agenda(file).orElseThrow(NotFound::new);
        return FileAnswer.of(file, CALENDAR, text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/tournees/affiches/{file}")
    ResponseEntity<byte[]> poster(@PathVariable String file) {
        return FileAnswer.of(
                file, MediaType.APPLICATION_PDF, agendas.poster(file).orElseThrow(NotFound::new));
    }

    /** What is published of calendars, place by place: dates, agendas and posters. */
    @Component
    public static class Agendas {

        private static final int SHOWN = 4;

        private final SessionFeeds feeds;
        private final PosterContact contact;
        private final Clock clock;
        private final ReentrantLock layout = new ReentrantLock();

        Agendas(SessionFeeds feeds, Environment environment, Clock clock) {
            this.feeds = feeds;
            this.contact = Binder.get(environment).bindOrCreate("passerelle.affiche", PosterContact.class);
            this.clock = clock;
        }

        /** A place that people were told sessions of: those from today on, or all of them where the last has been. */
        public record PlaceDates(
                ToldSession.Place place, List<ToldSession> held, boolean over, String ics, String door) {

            public List<ToldSession> first() {
                return held.subList(0, Math.min(SHOWN, held.size()));
            }

            public List<ToldSession> later() {
                return held.subList(first().size(), held.size());
            }

            /** Day after which its last calendar knew no holidays; null where that knew all of its days, or nothing is held. */
            public @Nullable LocalDate unknownAfter() {
                return ToldSession.unknownAfter(held);
            }

            private String words() {
                return PlainText.words(place.name() + " " + place.commune() + " " + place.epciName());
            }
        }

        /** The places whose name, commune or EPCI holds all of some words, by commune. */
        public List<PlaceDates> named(String words) {
            Predicate<String> holding = PlainText.holding(words);
            return places(place -> holding.test(place.words()));
        }

        /** Those of an EPCI, by commune. */
        public List<PlaceDates> of(String siren) {
            return places(place -> place.place().epci().equals(siren));
        }

        /** The calendar of a place, an EPCI or an animateur by its name; empty where none has it. */
        Optional<String> agenda(String file) {
            return new SessionAgendas(feeds.published()).file(file);
        }

        /** A poster by its name: one is laid out at a time; empty where none has it. */
        Optional<byte[]> poster(String file) {
            return new SessionAgendas(feeds.published())
                    .byPlace().values().stream()
                            .filter(own -> SessionAgendas.ofDoor(own.getFirst()).equals(file))
                            .findFirst()
                            .map(this::laidOut);
        }

        private byte[] laidOut(List<ToldSession> sessions) {
            layout.lock();
            try {
                return DoorPoster.of(sessions, contact).asPdf();
            } finally {
                layout.unlock();
            }
        }

        private List<PlaceDates> places(Predicate<PlaceDates> wanted) {
            LocalDate today = LocalDate.now(clock.withZone(Run.FRANCE));
            return new SessionAgendas(feeds.published())
                    .byPlace().values().stream()
                            .map(own -> dates(own, today))
                            .filter(wanted)
                            .sorted(Comparator.comparing((PlaceDates one) ->
                                            PlainText.of(one.place().commune()))
                                    .thenComparing(
                                            one -> PlainText.of(one.place().name()))
                                    .thenComparing(one -> one.place().etape()))
                            .toList();
        }

        private static PlaceDates dates(List<ToldSession> own, LocalDate today) {
            List<ToldSession> held = ToldSession.held(own, today);
            ToldSession any = own.getFirst();
            boolean over = !held.isEmpty() && held.getLast().day().isBefore(today);
            return new PlaceDates(any.place(), held, over, SessionAgendas.ofPlace(any), SessionAgendas.ofDoor(any));
        }
    }
}
