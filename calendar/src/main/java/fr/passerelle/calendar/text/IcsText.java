package fr.passerelle.calendar.text;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.Geo;
import biweekly.property.Method;
import biweekly.property.Status;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import fr.passerelle.calendar.rule.ToldSession;
import fr.passerelle.journal.Journal.EventId;
import fr.passerelle.published.run.Run;
import fr.passerelle.sheets.french.Textes;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sessions as a calendar (RFC 5545): an event each, without recurrence, so that one that moved is still one; no clock is asked. */
public final class IcsText {

    /** In characters, so that a line of accents stays under the 75 octets of the standard. */
    private static final int LINE = 50;

    private IcsText() {}

    /** A calendar, under the name by which agendas call it. */
    public static String of(String name, Collection<ToldSession> sessions) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Passerelle//Tournees//FR");
        calendar.setMethod(Method.publish());
        calendar.setExperimentalProperty("X-WR-CALNAME", VObjectPropertyValues.escape(name));
        LocalDate unknown = ToldSession.unknownAfter(sessions);
        if (unknown != null) {
            calendar.setExperimentalProperty(
                    "X-WR-CALDESC", VObjectPropertyValues.escape(TourWords.holidaysUnknownAfter(unknown)));
        }
        sessions.stream()
                .map(IcsText::event)
                .sorted(Comparator.comparing(event -> event.getUid().getValue()))
                .forEach(calendar::addEvent);
        return write(calendar);
    }

    private static VEvent event(ToldSession session) {
        Date told = Date.from(session.told());
        ToldSession.Place venue = session.place();
        VEvent event = new VEvent();
        // What names a session in all calendars that people follow, for life.
        event.setUid(new EventId().of(session.seance()) + "@passerelle");
        event.setDateTimeStamp(told);
        event.setLastModified(told);
        event.setSequence(session.sequence());
        event.setStatus(new Status(session.state().name()));
        event.setDateStart(moment(session.day(), session.start()));
        event.setDateEnd(moment(session.day(), session.end()));
        event.setSummary(Textes.say("ics.resume", Map.of("lieu", venue.name())));
        event.setLocation(Textes.say("ics.lieu", Map.of("lieu", venue.name(), "commune", venue.commune())));
        if (venue.latitude() != null && venue.longitude() != null) {
            event.setGeo(new Geo(venue.latitude(), venue.longitude()));
        }
        String description = description(session);
        if (!description.isEmpty()) {
            event.setDescription(description);
        }
        return event;
    }

    private static String description(ToldSession session) {
        return Stream.of(
                        session.demonstration() ? Textes.say("ics.reconstitution") : "",
                        session.state() == ToldSession.State.TENTATIVE ? Textes.say("ics.projet") : "")
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static Date moment(LocalDate day, int minute) {
        return Date.from(
                day.atStartOfDay().plusMinutes(minute).atZone(Run.FRANCE).toInstant());
    }

    private static String write(ICalendar calendar) {
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(LINE);
            writer.write(calendar);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text in memory takes all that is written", impossible);
        }
        return text.toString();
    }
}
