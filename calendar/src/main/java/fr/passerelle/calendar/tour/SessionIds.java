package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.ReferenceSession;
import fr.passerelle.calendar.rule.ReferenceSession.Pair;
import fr.passerelle.calendar.rule.TourCalendar;
import fr.passerelle.calendar.rule.TourCalendar.TourSession;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.schemas.event.EcartSeance;
import fr.passerelle.schemas.event.NatureEcartSeance;
import fr.passerelle.schemas.event.SeancePlanifiee;
import fr.passerelle.schemas.event.ToursComputed;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What becomes of sessions, published and of a calendar, by their stable identity: a new one takes the next rank of its étape and cycle. */
public record SessionIds(SortedMap<SessionId, Pair> pairs) {

    private record Cycle(String stop, LocalDate monday) {}

    /** Of a calendar, where each identity that a session of its étapes ever had is taken, those of cancelled ones too. */
    public static SessionIds of(TourQuestion question, TourCalendar calendar, Collection<SessionId> taken) {
        Map<Cycle, Integer> next = new HashMap<>();
        taken.forEach(id -> next.merge(new Cycle(id.stop(), id.cycle()), id.rank() + 1, Math::max));
        SortedMap<SessionId, Pair> pairs = new TreeMap<>();
        for (TourStop stop : question.stops()) {
            for (LocalDate cycle : question.dates().cycles()) {
                match(question, calendar, stop, cycle)
                        .forEach(pair -> pairs.put(
                                pair.before() == null
                                        ? new SessionId(
                                                stop.key(),
                                                cycle,
                                                next.merge(new Cycle(stop.key(), cycle), 1, Integer::sum) - 1)
                                        : SessionId.read(pair.before().seance()),
                                pair));
            }
        }
        return new SessionIds(pairs);
    }

    private static List<Pair> match(TourQuestion question, TourCalendar calendar, TourStop stop, LocalDate cycle) {
        List<ReferenceSession> published = question.references(stop, cycle).stream()
                .filter(ReferenceSession::published)
                .toList();
        return ReferenceSession.pairs(published, calendar.sessions(question.dates(), stop, cycle));
    }

    /** The same with published sessions whose étapes are asked for no more: nobody holds them. */
    public SessionIds without(Collection<PublishedSession> gone) {
        SortedMap<SessionId, Pair> all = new TreeMap<>(pairs);
        gone.forEach(session ->
                all.put(SessionId.read(session.seance()), new Pair(TourBasis.reference(session, false), null)));
        return new SessionIds(all);
    }

    /** The identity of each session of the calendar. */
    public Map<TourSession, SessionId> bySession() {
        Map<TourSession, SessionId> ids = new HashMap<>();
        pairs.forEach((id, pair) -> {
            if (pair.after() != null) {
                ids.put(pair.after(), id);
            }
        });
        return ids;
    }

    /** What changes against what was published, by session; where nothing was, each is added. */
    public List<EcartSeance> changes() {
        return pairs.entrySet().stream()
                .filter(entry -> entry.getValue().isChange())
                .map(entry -> change(
                        entry.getKey().toString(),
                        Moment.of(entry.getValue().before()),
                        Moment.of(entry.getValue().after())))
                .toList();
    }

    /** What becomes of each session of one calendar in another that is not there as it was, by identity. */
    public static List<EcartSeance> changes(List<ToursComputed> before, List<ToursComputed> after) {
        SortedMap<String, Moment> then = moments(before);
        SortedMap<String, Moment> now = moments(after);
        Set<String> all = new TreeSet<>(then.keySet());
        all.addAll(now.keySet());
        return all.stream()
                .filter(id -> !Objects.equals(then.get(id), now.get(id)))
                .map(id -> change(id, then.get(id), now.get(id)))
                .toList();
    }

    private static SortedMap<String, Moment> moments(List<ToursComputed> sectors) {
        return sectors.stream()
                .flatMap(sector -> sector.getSeances().stream())
                .collect(Collectors.toMap(SeancePlanifiee::getSeance, Moment::of, (one, other) -> one, TreeMap::new));
    }

    private static EcartSeance change(String id, @Nullable Moment before, @Nullable Moment after) {
        EcartSeance.Builder change = EcartSeance.newBuilder()
                .setSeance(id)
                .setEtape(SessionId.read(id).stop())
                .setNature(nature(before, after));
        if (before != null) {
            change.setDayBefore(before.day()).setStartBefore(before.start()).setAnimateurBefore(before.animateur());
        }
        if (after != null) {
            change.setDayAfter(after.day()).setStartAfter(after.start()).setAnimateurAfter(after.animateur());
        }
        return change.build();
    }

    private static NatureEcartSeance nature(@Nullable Moment before, @Nullable Moment after) {
        if (before == null) {
            return NatureEcartSeance.AJOUTEE;
        }
        if (after == null) {
            return NatureEcartSeance.SUPPRIMEE;
        }
        return before.day().equals(after.day()) && before.start() == after.start()
                ? NatureEcartSeance.CONFIEE_A_UN_AUTRE
                : NatureEcartSeance.DEPLACEE;
    }

    private record Moment(LocalDate day, int start, String animateur) {

        private static Moment of(SeancePlanifiee session) {
            return new Moment(session.getDay(), session.getStart(), session.getAnimateur());
        }

        private static @Nullable Moment of(@Nullable ReferenceSession session) {
            return session == null ? null : new Moment(session.date(), session.start(), session.animateur());
        }

        private static @Nullable Moment of(@Nullable TourSession session) {
            return session == null
                    ? null
                    : new Moment(
                            session.date(), session.start(), session.animateur().id());
        }
    }

    /** What a session is for life: its étape, the Monday of its first published cycle, and a rank in that from 0, never given again. */
    public record SessionId(String stop, LocalDate cycle, int rank) implements Comparable<SessionId> {

        private static final String MARK = "|";
        private static final Comparator<SessionId> ORDER = Comparator.comparing(SessionId::stop)
                .thenComparing(SessionId::cycle)
                .thenComparing(SessionId::rank);

        /** Reads one, as {@link #toString} writes it. */
        public static SessionId read(String text) {
            String[] parts = text.split("\\|", -1);
            return new SessionId(parts[0], LocalDate.parse(parts[1]), Integer.parseInt(parts[2]));
        }

        @Override
        public int compareTo(SessionId other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return stop + MARK + cycle + MARK + rank;
        }
    }
}
