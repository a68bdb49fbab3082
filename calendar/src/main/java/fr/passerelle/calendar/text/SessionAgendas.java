package fr.passerelle.calendar.text;

import fr.passerelle.calendar.rule.ToldSession;
import fr.passerelle.calendar.text.DoorPoster.PosterContact;
import fr.passerelle.sheets.french.Textes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The calendars that people keep: of a place, of an EPCI, of an animateur. None says who holds a session. */
public record SessionAgendas(List<ToldSession> sessions) {

    /** Each file and its text. */
    public SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        add(
                files,
                SessionAgendas::ofPlace,
                session ->
                        TourWords.place(session.place().name(), session.place().commune()));
        add(
                files,
                session -> ofEpci(session.place().epci()),
                session -> session.place().epciName());
        add(files, session -> ofAnimateur(session.animateur()), ToldSession::animateur);
        return files;
    }

    /** One by its name; empty where none has it. */
    public Optional<String> file(String name) {
        List<ToldSession> own = sessions.stream()
                .filter(session -> name.equals(ofPlace(session))
                        || name.equals(ofEpci(session.place().epci()))
                        || name.equals(ofAnimateur(session.animateur())))
                .toList();
        return Optional.ofNullable(new SessionAgendas(own).files().get(name));
    }

    /** The poster for the door of each place: its file and its bytes. */
    public SortedMap<String, byte[]> doors(PosterContact contact) {
        SortedMap<String, byte[]> doors = new TreeMap<>();
        byPlace()
                .forEach((etape, own) -> doors.put(
                        ofDoor(own.getFirst()), DoorPoster.of(own, contact).asPdf()));
        return doors;
    }

    /** The sessions of each place, by étape. */
    public SortedMap<String, List<ToldSession>> byPlace() {
        return sessions.stream()
                .collect(Collectors.groupingBy(session -> session.place().etape(), TreeMap::new, Collectors.toList()));
    }

    /** How the calendar of an EPCI is called. */
    public static String ofEpci(String siren) {
        return "epci-" + siren + ".ics";
    }

    /** How that of an animateur is called. */
    public static String ofAnimateur(String id) {
        return "animateur-" + id + ".ics";
    }

    /** How that of the place of a session is called. */
    public static String ofPlace(ToldSession session) {
        return stem(session) + ".ics";
    }

    /** How its poster is called. */
    public static String ofDoor(ToldSession session) {
        return stem(session) + ".pdf";
    }

    private static String stem(ToldSession session) {
        return "etape-" + session.place().etape().replace(':', '-');
    }

    private void add(
            SortedMap<String, String> files, Function<ToldSession, String> file, Function<ToldSession, String> who) {
        sessions.stream().collect(Collectors.groupingBy(file)).forEach((name, own) -> {
            String calendar = Textes.say("ics.calendrier", Map.of("qui", who.apply(own.getLast())));
            files.put(name, IcsText.of(calendar, own));
        });
    }
}
