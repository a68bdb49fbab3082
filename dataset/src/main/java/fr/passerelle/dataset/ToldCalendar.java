package fr.passerelle.dataset;

import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.JourneeAnimateur;
import fr.passerelle.schemas.event.ToursComputed;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people had been told of calendars when a run was published.
 *
 * @param sessions as they then stood, those that were cancelled too, by day
 * @param etapes by subject, as the latest calendar that they were told has them
 * @param days whose halts are the sessions that stand, by animateur, then day
 */
record ToldCalendar(List<PublishedSession> sessions, Map<String, EtapeDesservie> etapes, List<JourneeAnimateur> days) {

    /** Before anybody was told anything. */
    static final ToldCalendar NONE = new ToldCalendar(List.of(), Map.of(), List.of());

    private static final Comparator<PublishedSession> BY_DAY = Comparator.comparing(PublishedSession::day)
            .thenComparing(PublishedSession::start)
            .thenComparing(PublishedSession::seance);

    /** Of a day in English, whose names the syntax of opening hours has: {@code 2018 Jan 10}. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy MMM dd", Locale.ENGLISH);

    private record Setting(String animateur, LocalDate day) {

        static Setting of(JourneeAnimateur journee) {
            return new Setting(journee.getAnimateur(), journee.getDay());
        }
    }

    /** Of sessions as they stand, those that were cancelled too, and of the calendars that were published, the latest first. */
    static ToldCalendar of(Collection<PublishedSession> sessions, List<ToursComputed> sectors) {
        return new ToldCalendar(
                sessions.stream().sorted(BY_DAY).toList(),
                all(sectors, ToursComputed::getEtapes)
                        .collect(Collectors.toMap(
                                EtapeDesservie::getEtape,
                                Function.identity(),
                                (latest, earlier) -> latest,
                                TreeMap::new)),
                days(sessions, sectors));
    }

    private static <T> Stream<T> all(List<ToursComputed> sectors, Function<ToursComputed, List<T>> of) {
        return sectors.stream().flatMap(sector -> of.apply(sector).stream());
    }

    /** Days whose halts are the sessions that stand, all of them and no other: of some only a part was published, or has moved since. */
    private static List<JourneeAnimateur> days(Collection<PublishedSession> sessions, List<ToursComputed> sectors) {
        Map<Setting, Set<String>> standing = sessions.stream()
                .filter(session -> session.cancelled() == null)
                .collect(Collectors.groupingBy(
                        session -> new Setting(session.animateur(), session.day()),
                        Collectors.mapping(
                                session -> mark(session.seance(), session.start()), Collectors.toUnmodifiableSet())));
        Map<Setting, JourneeAnimateur> days = new HashMap<>();
        all(sectors, ToursComputed::getJournees)
                .filter(journee -> halts(journee).equals(standing.get(Setting.of(journee))))
                .forEach(journee -> days.putIfAbsent(Setting.of(journee), journee));
        return days.values().stream()
                .sorted(Comparator.comparing(JourneeAnimateur::getAnimateur).thenComparing(JourneeAnimateur::getDay))
                .toList();
    }

    private static Set<String> halts(JourneeAnimateur journee) {
        return journee.getArrets().stream()
                .map(halt -> mark(halt.getSeance(), halt.getStart()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String mark(String seance, int start) {
        return seance + " " + start;
    }

    /**
     * When sessions of an étape are held, in the syntax of opening hours of OpenStreetMap; null where it has none. A day is written once: a
     * later rule for it would undo the one before.
     *
     * @param first day of which they are told
     */
    @Nullable
    String hours(String etape, LocalDate first) {
        String hours = sessions.stream()
                .filter(session -> session.cancelled() == null && !session.day().isBefore(first))
                .filter(session -> session.etape().equals(etape))
                .collect(Collectors.groupingBy(
                        PublishedSession::day,
                        TreeMap::new,
                        Collectors.mapping(
                                session -> time(session.start()) + "-" + time(session.end()), Collectors.joining(","))))
                .entrySet()
                .stream()
                .map(day -> DAY.format(day.getKey()) + " " + day.getValue())
                .collect(Collectors.joining("; "));
        return hours.isEmpty() ? null : hours;
    }

    /** A minute of its day as HH:MM. */
    static String time(int minute) {
        return LocalTime.MIN.plusMinutes(minute).toString();
    }
}
