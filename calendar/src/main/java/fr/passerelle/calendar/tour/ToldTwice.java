package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.MinuteSpan;
import fr.passerelle.published.session.PublishedSession;
import fr.passerelle.schemas.event.ArretJournee;
import fr.passerelle.schemas.event.JourneeAnimateur;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.schemas.fault.RunRefused;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Looks through all that people would have been told, of this calendar and of others, for an animateur, and so a set of tablets, or a place
 * that is in two places or has two sessions at a time.
 */
final class ToldTwice {

    private final TourPublication publication;
    private final Map<String, MinuteSpan> rounds = new HashMap<>();

    /** @param sectors what the calendar computed: an animateur is on the road, too, from one place to the next and home */
    ToldTwice(TourPublication publication, List<ToursComputed> sectors) {
        this.publication = publication;
        sectors.stream().flatMap(sector -> sector.getJournees().stream()).forEach(this::addRound);
    }

    private void addRound(JourneeAnimateur day) {
        List<ArretJournee> halts = day.getArrets();
        for (int rank = 0; rank < halts.size(); rank++) {
            ArretJournee halt = halts.get(rank);
            int until = rank + 1 < halts.size() ? halts.get(rank + 1).getArrival() : day.getArrival();
            rounds.put(halt.getSeance(), new MinuteSpan(halt.getArrival() - halt.getRoadMinutes(), until));
        }
    }

    /** @throws RunRefused naming the first two sessions that cannot both be held, and what to do */
    void require() {
        Map<LocalDate, List<PublishedSession>> days = publication.standing().stream()
                .sorted(Comparator.comparing(PublishedSession::start).thenComparing(PublishedSession::seance))
                .collect(Collectors.groupingBy(PublishedSession::day, TreeMap::new, Collectors.toList()));
        days.values()
                .forEach(day -> day.stream()
                        .filter(publication::says)
                        .forEach(said -> day.stream()
                                .filter(other -> !publication.says(other))
                                .forEach(other -> require(said, other))));
    }

    private void require(PublishedSession said, PublishedSession other) {
        MinuteSpan span = new MinuteSpan(said.start(), said.end());
        MinuteSpan others = new MinuteSpan(other.start(), other.end());
        if (said.animateur().equals(other.animateur())
                && rounds.getOrDefault(said.seance(), span).overlaps(others)) {
            throw refused(
                    "l'animateur " + said.animateur() + " et ses tablettes seraient à deux endroits à la fois",
                    said,
                    other);
        }
        if (said.etape().equals(other.etape()) && span.overlaps(others)) {
            throw refused("un lieu aurait deux séances à la fois", said, other);
        }
    }

    private static RunRefused refused(String what, PublishedSession said, PublishedSession other) {
        return new RunRefused("Rien n'est publié : le " + said.day() + ", " + what + ", " + words(said) + " et "
                + words(other)
                + ", que ce calendrier laisserait annoncée. Publiez les deux intercommunalités ensemble"
                + " (« --epci " + said.epci() + " --epci " + other.epci()
                + " ») si ce calendrier les a toutes deux ; sinon, préparez-en un autre (« ./passerelle"
                + " tournees plan »).");
    }

    private static String words(PublishedSession session) {
        return "à « %s » de %s à %s (intercommunalité %s)"
                .formatted(session.name(), time(session.start()), time(session.end()), session.epci());
    }

    private static LocalTime time(int minute) {
        return LocalTime.MIN.plusMinutes(minute);
    }
}
