package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.ToldSession;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.session.PublishedSessions;
import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SeancePlanifiee;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.study.Studies;
import fr.passerelle.study.Study;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What calendars of people are to tell: the sessions that stand, or those that would. */
@Repository
public class SessionFeeds {

    private static final String ANNOUNCEMENTS = """
        select c.epci, c.subject_seq as publication, s.study_no as tour_no, r.run_no, c.recorded_at, r.demonstration
        from passerelle.study_record c
        join passerelle.study s using (study_id)
        join passerelle.run r on r.run_no = s.base_run_no
        where c.type = 'CalendarPublished' order by c.seq\
        """;

    private final JdbcClient jdbc;
    private final PublishedSessions sessions;
    private final Studies studies;
    private final PlaceTable places;
    private final AtomicReference<Kept> kept = new AtomicReference<>(new Kept(List.of(), List.of()));

    /** What stands after some announcements: nothing else changes it. */
    private record Kept(List<Announcement> announcements, List<ToldSession> sessions) {}

    /** Reads in the caller's transaction, where there is one. */
    public SessionFeeds(JdbcClient jdbc, PublishedSessions sessions, Studies studies, PlaceTable places) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.studies = studies;
        this.places = places;
    }

    /** All sessions that were ever published, as they stand, by identity; none where none was. */
    public List<ToldSession> published() {
        List<Announcement> announcements = announcements();
        Kept known = kept.get();
        if (!known.announcements().equals(announcements)) {
            long latest =
                    announcements.stream().mapToLong(Announcement::runNo).max().orElseThrow();
            known = new Kept(announcements, new Told(latest).stand());
            kept.set(known);
        }
        return known.sessions();
    }

    /** Those of the EPCIs of a calendar: as they stand where it is published, as they would where it is computed; else {@link RunRefused}. */
    public List<ToldSession> of(Study<TourManifest> plan) {
        Told told = new Told(plan.question().run());
        return switch (plan.state()) {
            case COMPUTED -> told.draft(plan);
            case ADOPTED -> {
                Set<String> epcis = computed(plan.no()).stream()
                        .flatMap(sector -> sector.getEpcis().stream())
                        .collect(Collectors.toSet());
                yield told.stand().stream()
                        .filter(session -> epcis.contains(session.place().epci()))
                        .toList();
            }
            case PLANNED, RUNNING, FAILED -> throw new RunRefused(plan.notComputed());
            case REPLACED, DISCARDED ->
                throw new RunRefused("Le calendrier " + plan.id() + " est écarté : il n'a pas de flux.");
        };
    }

    private List<ToursComputed> computed(long no) {
        return studies.answers(TourManifest.SERIES.idOf(no), ToursComputed.class);
    }

    private List<Announcement> announcements() {
        return jdbc.sql(ANNOUNCEMENTS)
                .query(new SimplePropertyRowMapper<>(Announcement.class))
                .list();
    }

    /** Sessions with when they were told, and what is known of their places. */
    private final class Told {

        private final List<PublishedSession> now;
        private final List<Announcement> announcements;
        private final Map<String, EpciDescribed> epcis;
        private final Map<String, Commune> communes;
        private final Map<String, RoomInventoried> rooms;
        private final Map<Long, TourManifest> manifests = new HashMap<>();
        private final Map<String, EtapeDesservie> etapes = new HashMap<>();

        Told(long runNo) {
            // Sessions first: whatever said how they stand can be read by then.
            this.now = sessions.all();
            this.announcements = announcements();
            this.epcis = places.epcis(runNo);
            this.rooms = places.rooms(runNo);
            this.communes = epcis.values().stream()
                    .flatMap(epci -> epci.getCommunes().stream())
                    .collect(Collectors.toMap(Commune::getInsee, Function.identity(), (one, other) -> one));
            announcements.stream().map(Announcement::tourNo).distinct().forEach(no -> learn(computed(no)));
        }

        List<ToldSession> stand() {
            return now.stream()
                    .sorted(Comparator.comparing(PublishedSession::seance))
                    .map(this::standing)
                    .toList();
        }

        List<ToldSession> draft(Study<TourManifest> plan) {
            List<ToursComputed> sectors = computed(plan.no());
            learn(sectors);
            OffsetDateTime computed = Objects.requireNonNull(plan.computedAt(), "It is computed");
            boolean demonstration = sectors.getFirst().getDemonstration();
            return drafts(plan.question(), sectors).stream()
                    .map(session -> now.contains(session)
                            ? standing(session)
                            : told(session, ToldSession.State.TENTATIVE, computed, demonstration, plan.no()))
                    .toList();
        }

        /** What would stand of the EPCIs of a calendar if it were published, by identity: what nothing changes is as it stands. */
        private Collection<PublishedSession> drafts(TourManifest manifest, List<ToursComputed> sectors) {
            Set<String> own = sectors.stream()
                    .flatMap(sector -> Stream.concat(
                            sector.getEpcis().stream(),
                            sector.getEtapes().stream().map(EtapeDesservie::getEtape)))
                    .collect(Collectors.toSet());
            SortedMap<String, PublishedSession> drafts = new TreeMap<>();
            now.stream()
                    .filter(session -> own.contains(session.epci()) || own.contains(session.etape()))
                    .forEach(session -> drafts.put(
                            session.seance(),
                            session.cancelled() != null || !manifest.maySpeakOf(session.day())
                                    ? session
                                    : cancelled(session)));
            Map<String, PublishedSession> known =
                    now.stream().collect(Collectors.toMap(PublishedSession::seance, Function.identity()));
            sectors.stream()
                    .flatMap(sector -> sector.getSeances().stream())
                    .forEach(seance -> drafts.put(seance.getSeance(), planned(seance, known.get(seance.getSeance()))));
            return drafts.values();
        }

        private PublishedSession planned(SeancePlanifiee seance, @Nullable PublishedSession known) {
            if (known != null && known.isAs(seance)) {
                return known;
            }
            EtapeDesservie etape = Objects.requireNonNull(
                    etapes.get(seance.getEtape()), "A calendar has each étape at which it holds a session");
            return PublishedSession.of(
                    TourPublication.told(seance, etape, known),
                    etape.getEpci(),
                    known == null ? 0 : known.publication(),
                    null);
        }

        /** Why is told by who publishes it. */
        private static PublishedSession cancelled(PublishedSession session) {
            return PublishedSession.of(
                    TourPublication.told(session),
                    session.epci(),
                    session.publication(),
                    MotifSeance.CAUSE_NON_ETABLIE);
        }

        private void learn(List<ToursComputed> sectors) {
            sectors.forEach(sector -> sector.getEtapes().forEach(etape -> etapes.put(etape.getEtape(), etape)));
        }

        private ToldSession standing(PublishedSession session) {
            Announcement said = announcements.stream()
                    .filter(announcement -> announcement.isOf(session))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Nobody published " + session));
            return told(session, ToldSession.State.CONFIRMED, said.recordedAt(), said.demonstration(), said.tourNo());
        }

        private ToldSession told(
                PublishedSession session,
                ToldSession.State state,
                OffsetDateTime told,
                boolean demonstration,
                long tourNo) {
            return new ToldSession(
                    session.seance(),
                    session.sequence(),
                    session.cancelled() == null ? state : ToldSession.State.CANCELLED,
                    session.day(),
                    session.start(),
                    session.end(),
                    session.animateur(),
                    told.toInstant(),
                    manifests
                            .computeIfAbsent(
                                    tourNo,
                                    no -> studies.get(TourManifest.SERIES, no).question())
                            .holidaysUnknownAfter(),
                    place(session),
                    demonstration);
        }

        private ToldSession.Place place(PublishedSession session) {
            Commune commune = communes.get(session.insee());
            EpciDescribed epci = epcis.get(session.epci());
            RoomInventoried room = rooms.get(session.etape().replaceFirst("^room:", ""));
            EtapeDesservie place = located(session, commune);
            return new ToldSession.Place(
                    session.etape(),
                    session.name(),
                    room == null ? null : room.getAddress(),
                    commune == null ? session.insee() : commune.getName(),
                    session.epci(),
                    epci == null ? session.epci() : epci.getName(),
                    place == null ? null : place.getLatitude(),
                    place == null ? null : place.getLongitude());
        }

        /** What knows where it is; null where that is no more than the middle of its commune. */
        private @Nullable EtapeDesservie located(PublishedSession session, @Nullable Commune commune) {
            EtapeDesservie etape = etapes.get(session.etape());
            return etape != null
                            && commune != null
                            && etape.getLatitude() == commune.getLatitude()
                            && etape.getLongitude() == commune.getLongitude()
                    ? null
                    : etape;
        }
    }

    /** A calendar of an EPCI, from the day on which people were told it: its number from 1, its plan, and the run whose étapes these are. */
    record Announcement(
            String epci, int publication, long tourNo, long runNo, OffsetDateTime recordedAt, boolean demonstration) {

        boolean isOf(PublishedSession session) {
            return epci.equals(session.epci()) && publication == session.publication();
        }
    }
}
