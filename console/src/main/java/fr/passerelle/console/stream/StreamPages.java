package fr.passerelle.console.stream;

import fr.passerelle.console.ConsoleSettings;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.security.Account;
import fr.passerelle.console.security.AccountAdministration;
import fr.passerelle.schemas.contract.Topics;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The last records, what comes after them, one record whole, and the schemas. */
@Controller
class StreamPages {

    private final Tail tail;
    private final Followers followers;
    private final FollowerPlaces places;
    private final EntryWriter writer;
    private final Decoder decoder;
    private final SchemaTable schemas;
    private final CurrentResults current;
    private final AccountAdministration accounts;
    private final Topics topics;

    StreamPages(
            Tail tail,
            Followers followers,
            FollowerPlaces places,
            EntryWriter writer,
            Decoder decoder,
            SchemaTable schemas,
            CurrentResults current,
            AccountAdministration accounts,
            ConsoleSettings settings) {
        this.tail = tail;
        this.followers = followers;
        this.places = places;
        this.writer = writer;
        this.decoder = decoder;
        this.schemas = schemas;
        this.current = current;
        this.accounts = accounts;
        this.topics = new Topics(settings.namespace());
    }

    /**
     * The last records of some topics.
     *
     * @param about SIREN or identifier of a room, as typed
     * @param most how many records of each partition are looked at
     * @param seen null where the log cannot be read
     */
    record StreamExcerpt(StreamFilter.Selection selection, String about, int most, Tail.@Nullable Seen seen) {

        /** What people choose between. */
        public List<StreamFilter.Selection> choices() {
            return List.of(StreamFilter.Selection.values());
        }
    }

    /**
     * One record of a topic, whole.
     *
     * @param json what it holds; null where it cannot be decoded
     */
    record StreamRecord(
            StreamEntry entry,
            String topic,
            int partition,
            long offset,
            @Nullable String json) {}

    @GetMapping("/flux")
    String show(
            @RequestParam(defaultValue = "TOUT") String flux,
            @RequestParam(defaultValue = "") String objet,
            Model model) {
        StreamFilter streamFilter = StreamFilter.of(flux, objet, current.find());
        model.addAttribute(
                "page",
                new StreamExcerpt(
                        streamFilter.selection(),
                        objet.strip(),
                        streamFilter.epci() == null ? Tail.WIDE : Tail.NARROW,
                        seen(streamFilter)));
        return "stream/flux";
    }

    private Tail.@Nullable Seen seen(StreamFilter filter) {
        try {
            return tail.of(filter);
        } catch (LogUnreachable away) {
            return null;
        }
    }

    /** Server-Sent Events, in the request's own thread: who does not read holds back nobody else. */
    @GetMapping("/flux/suivre")
    void follow(
            @RequestParam(defaultValue = "TOUT") String flux,
            @RequestParam(defaultValue = "") String objet,
            @RequestParam(defaultValue = "") String depuis,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String last,
            @AuthenticationPrincipal Account own,
            HttpSession session,
            HttpServletResponse response)
            throws IOException {
        if (!places.enter(own.id())) {
            response.setHeader("Retry-After", "60");
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            return;
        }
        try {
            response.setContentType("text/event-stream");
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader("Cache-Control", "no-store");
            Optional<TopicPositions> from = TopicPositions.read(last.isEmpty() ? depuis : last);
            followers.follow(
                    StreamFilter.of(flux, objet, current.find()),
                    from,
                    () -> lasts(session) && accounts.stands(own),
                    response.getWriter());
        } catch (LogUnreachable away) {
            response.getWriter().write("event: absent\ndata: kafka\n\n");
        } finally {
            places.leave(own.id());
        }
    }

    /** Whether whoever follows has not signed out since. */
    private static boolean lasts(HttpSession session) {
        try {
            return session.getCreationTime() > 0;
        } catch (IllegalStateException over) {
            return false;
        }
    }

    @GetMapping("/flux/enregistrements/{id}")
    String one(@PathVariable String id, Model model) {
        var where =
                TopicPositions.read(id).filter(one -> one.next().size() == 1).orElseThrow(NotFound::new);
        SourcePartition place = where.next().firstKey();
        long offset = where.next().values().iterator().next();
        try {
            var found = tail.at(place, offset).orElseThrow(NotFound::new);
            model.addAttribute(
                    "page",
                    new StreamRecord(
                            writer.session().entry(place, found, null).orElseThrow(NotFound::new),
                            place.source().in(topics).name(),
                            place.partition(),
                            offset,
                            decoder.read(found.value()).map(PrettyJson::of).orElse(null)));
            return "stream/enregistrement";
        } catch (LogUnreachable away) {
            return "stream/enregistrement";
        }
    }

    @GetMapping("/flux/schemas")
    String schemas(Model model) {
        model.addAttribute("page", schemas.all());
        return "stream/schemas";
    }

    @GetMapping("/flux/schemas/{name}")
    String schema(@PathVariable String name, Model model) {
        model.addAttribute(
                "page",
                schemas.all().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow(NotFound::new));
        return "stream/schema";
    }
}
