package fr.passerelle.cli;

import fr.passerelle.published.tour.FeedSession;
import fr.passerelle.texts.Textes;
import fr.passerelle.texts.tour.DoorCalendar;
import fr.passerelle.texts.tour.IcsText;
import fr.passerelle.texts.tour.SessionEvent;
import fr.passerelle.texts.tour.SessionVenue;
import fr.passerelle.texts.tour.TourWords;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The calendars that people keep: of a place, of an EPCI, of an animateur. None says who holds a session. */
record IcsFeeds(List<FeedSession> sessions) {

    /** Each file and its text. */
    SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        add(files, IcsFeeds::place, feed -> TourWords.place(feed.session().name(), feed.communeName()));
        add(files, feed -> "epci-" + feed.session().epci(), FeedSession::epciName);
        add(
                files,
                feed -> "animateur-" + feed.session().animateur(),
                feed -> feed.session().animateur());
        return files;
    }

    /** The page for the door of each place, as a PDF: its file and its bytes. */
    SortedMap<String, byte[]> doors() {
        SortedMap<String, byte[]> doors = new TreeMap<>();
        sessions.stream()
                .collect(Collectors.groupingBy(IcsFeeds::place))
                .forEach((name, own) -> doors.put(
                        name + ".pdf",
                        DoorCalendar.of(own.stream().map(IcsFeeds::event).toList())
                                .asPdf("")));
        return doors;
    }

    private static String place(FeedSession feed) {
        return "etape-" + feed.session().etape().replace(':', '-');
    }

    private void add(
            SortedMap<String, String> files, Function<FeedSession, String> file, Function<FeedSession, String> who) {
        sessions.stream().collect(Collectors.groupingBy(file)).forEach((name, own) -> {
            String calendar = Textes.say("ics.calendrier", Map.of("qui", who.apply(own.getLast())));
            files.put(
                    name + ".ics",
                    IcsText.of(calendar, own.stream().map(IcsFeeds::event).toList()));
        });
    }

    private static SessionEvent event(FeedSession feed) {
        return new SessionEvent(
                feed.session().seance(),
                feed.session().sequence(),
                state(feed),
                feed.session().day(),
                feed.session().start(),
                feed.session().end(),
                feed.told(),
                new SessionVenue(feed.session().name(), feed.communeName(), feed.latitude(), feed.longitude()),
                feed.demonstration());
    }

    private static SessionEvent.State state(FeedSession feed) {
        if (feed.session().cancelled() != null) {
            return SessionEvent.State.CANCELLED;
        }
        return feed.draft() ? SessionEvent.State.TENTATIVE : SessionEvent.State.CONFIRMED;
    }
}
