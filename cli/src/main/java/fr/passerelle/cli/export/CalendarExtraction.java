package fr.passerelle.cli.export;

import fr.passerelle.cli.dataset.ToldCalendar;
import fr.passerelle.published.session.PublishedSession;
import fr.passerelle.schemas.event.ArretJournee;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.JourneeAnimateur;
import fr.passerelle.schemas.event.ToursComputed;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was told of calendars, taken together.
 *
 * @param sessions as they stand, those that were cancelled too
 * @param sectors of the calendars that were published, the latest first
 */
record CalendarExtraction(Collection<PublishedSession> sessions, List<ToursComputed> sectors) {

    private static final Comparator<PublishedSession> BY_DAY = Comparator.comparing(PublishedSession::day)
            .thenComparing(PublishedSession::start)
            .thenComparing(PublishedSession::seance);

    private record Setting(String animateur, LocalDate day) {}

    ToldCalendar calendar() {
        return new ToldCalendar(
                sessions.stream().sorted(BY_DAY).toList(),
                all(ToursComputed::getEtapes)
                        .collect(Collectors.toMap(
                                EtapeDesservie::getEtape,
                                Function.identity(),
                                (latest, earlier) -> latest,
                                TreeMap::new)),
                days());
    }

    private <T> Stream<T> all(Function<ToursComputed, List<T>> of) {
        return sectors.stream().flatMap(sector -> of.apply(sector).stream());
    }

    /** Days whose halts are the sessions that stand, all of them and no other: of some only a part was published, or has moved since. */
    private List<JourneeAnimateur> days() {
        Map<Setting, Set<String>> standing = sessions.stream()
                .filter(session -> session.cancelled() == null)
                .collect(Collectors.groupingBy(
                        session -> new Setting(session.animateur(), session.day()),
                        Collectors.mapping(
                                session -> mark(session.seance(), session.start()), Collectors.toUnmodifiableSet())));
        Map<Setting, JourneeAnimateur> days = new HashMap<>();
        all(ToursComputed::getJournees)
                .filter(journee -> halts(journee).equals(standing.get(setting(journee))))
                .forEach(journee -> days.putIfAbsent(setting(journee), journee));
        return days.values().stream()
                .sorted(Comparator.comparing(JourneeAnimateur::getAnimateur).thenComparing(JourneeAnimateur::getDay))
                .toList();
    }

    private static Setting setting(JourneeAnimateur journee) {
        return new Setting(journee.getAnimateur(), journee.getDay());
    }

    private static Set<String> halts(JourneeAnimateur journee) {
        return journee.getArrets().stream()
                .map((ArretJournee halt) -> mark(halt.getSeance(), halt.getStart()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String mark(String seance, int start) {
        return seance + " " + start;
    }
}
