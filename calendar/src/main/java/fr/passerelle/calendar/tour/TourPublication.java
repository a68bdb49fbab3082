package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.TourDates.MinuteSpan;
import fr.passerelle.calendar.tour.SessionIds.SessionId;
import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.schemas.event.ArretJournee;
import fr.passerelle.schemas.event.CalendarPublished;
import fr.passerelle.schemas.event.CauseVerifiee;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.SeancePlanifiee;
import fr.passerelle.schemas.event.SeancePubliee;
import fr.passerelle.schemas.event.SessionCancelled;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.sheets.french.FrenchNumbers;
import fr.passerelle.study.Study;
import fr.passerelle.study.life.StudyKind;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a calendar says to people, EPCI by EPCI, against what they were told before. */
final class TourPublication implements StudyKind.Adoption {

    private final Publications publications;
    private final Study<TourManifest> plan;
    private final List<ToursComputed> sectors;
    private final SortedSet<String> epcis;
    private final Map<String, PublishedSession> before;
    private final LocalDateTime now;
    private final StepMotive motive;
    private final Map<String, EtapeDesservie> etapes;

    /**
     * @param before published sessions of the first day and later, of all EPCIs
     * @param now in Paris: of an hour that has gone by, nothing is announced
     */
    TourPublication(
            Publications publications,
            Study<TourManifest> plan,
            List<ToursComputed> sectors,
            SortedSet<String> epcis,
            Collection<PublishedSession> before,
            LocalDateTime now,
            StepMotive motive) {
        this.publications = publications;
        this.plan = plan;
        this.sectors = sectors;
        this.epcis = epcis;
        this.before = before.stream().collect(Collectors.toMap(PublishedSession::seance, Function.identity()));
        this.now = now;
        this.motive = motive;
        this.etapes = sectors.stream()
                .flatMap(sector -> sector.getEtapes().stream())
                .collect(Collectors.toMap(EtapeDesservie::getEtape, Function.identity()));
    }

    @Override
    public boolean stands() {
        return !publications.isOvertaken(plan);
    }

    /** Makes the sessions stand as the records say. */
    @Override
    public List<StudyKind.Entry> write() {
        List<StudyKind.Entry> records = new ArrayList<>();
        for (String epci : epcis) {
            int publication = publication(epci);
            List<SeancePubliee> seances = seances(epci);
            records.add(new StudyKind.Entry("calendar:" + epci, epci, calendar(epci, publication, seances)));
            seances.forEach(seance -> publications.stand(PublishedSession.of(seance, epci, publication, null)));
            gone(epci).forEach(seance -> {
                MotifSeance why = why(seance);
                records.add(new StudyKind.Entry(
                        "session:" + seance.getSeance(), epci, new SessionCancelled(epci, publication, seance, why)));
                publications.stand(PublishedSession.of(seance, epci, publication, why));
            });
        }
        return records;
    }

    @Override
    public Optional<String> remark() {
        int passed = passed();
        return passed == 0
                ? Optional.empty()
                : Optional.of(FrenchNumbers.whole(passed) + (passed < 2 ? " séance" : " séances")
                        + " dont l'heure est passée, ou qui étaient annoncées trop tôt pour bouger encore : rien n'en"
                        + " est dit. Ce qui était annoncé pour ces jours reste.");
    }

    /** What stands once it is published: all that people will have been told. */
    private List<PublishedSession> standing() {
        Map<String, PublishedSession> after = new HashMap<>(before);
        for (String epci : epcis) {
            gone(epci).forEach(seance -> after.remove(seance.getSeance()));
            seances(epci)
                    .forEach(seance ->
                            after.put(seance.getSeance(), PublishedSession.of(seance, epci, publication(epci), null)));
        }
        return List.copyOf(after.values());
    }

    /** Whether it is this that says how a session stands. */
    private boolean says(PublishedSession session) {
        return epcis.contains(session.epci()) && session.publication() == publication(session.epci());
    }

    /** Sessions of the calendar that nobody is told of: when they would begin, or were to, has gone by. */
    int passed() {
        return Math.toIntExact(planned()
                .filter(seance -> epcis.contains(etape(seance.getEtape()).getEpci()) && !isSaid(seance))
                .filter(seance ->
                        known(seance).filter(session -> session.isAs(seance)).isEmpty())
                .count());
    }

    private Stream<SeancePlanifiee> planned() {
        return sectors.stream().flatMap(sector -> sector.getSeances().stream());
    }

    private int publication(String epci) {
        return Math.toIntExact(plan.question().publications().getOrDefault(epci, 0L) + 1);
    }

    private boolean isFact(PublishedSession session) {
        return plan.question().isFact(session.day(), now.toLocalDate());
    }

    /** Whether people are told of it: not of what they were told for days too near, nor of what nobody can come to any more. */
    private boolean isSaid(SeancePlanifiee seance) {
        LocalDateTime start = seance.getDay().atStartOfDay().plusMinutes(seance.getStart());
        return known(seance).filter(this::isFact).isEmpty()
                && (plan.question().planned() == null || start.isAfter(now));
    }

    private Optional<PublishedSession> known(SeancePlanifiee seance) {
        return Optional.ofNullable(before.get(seance.getSeance()));
    }

    private CalendarPublished calendar(String epci, int publication, List<SeancePubliee> seances) {
        return CalendarPublished.newBuilder()
                .setEpci(epci)
                .setPublication(publication)
                .setTourNo(plan.no())
                .setTourId(plan.id())
                .setManifestHash(plan.questionHash())
                .setFrom(plan.question().earliest())
                .setTo(plan.question().last())
                .setDemonstration(sectors.getFirst().getDemonstration())
                .setAccount(motive.account())
                .setReason(motive.reason())
                .setSeances(seances)
                .build();
    }

    private List<SeancePubliee> seances(String epci) {
        return planned()
                .filter(seance -> etape(seance.getEtape()).getEpci().equals(epci) && isSaid(seance))
                .map(seance ->
                        told(seance, etape(seance.getEtape()), known(seance).orElse(null)))
                .toList();
    }

    /** As people are told of one that is planned, with how often it was told otherwise before. */
    static SeancePubliee told(SeancePlanifiee seance, EtapeDesservie etape, @Nullable PublishedSession known) {
        return new SeancePubliee(
                seance.getSeance(),
                seance.getEtape(),
                etape.getName(),
                etape.getInsee(),
                seance.getDay(),
                seance.getStart(),
                seance.getEnd(),
                seance.getAnimateur(),
                known == null ? 0 : known.sequence() + (known.isAs(seance) ? 0 : 1));
    }

    /** As people are told of one that is held no more. */
    static SeancePubliee told(PublishedSession gone) {
        return new SeancePubliee(
                gone.seance(),
                gone.etape(),
                gone.name(),
                gone.insee(),
                gone.day(),
                gone.start(),
                gone.end(),
                gone.animateur(),
                gone.sequence() + 1);
    }

    /** What is announced after the last day stands, and so does what has been, and what was to be moved to an hour that has gone by. */
    private List<SeancePubliee> gone(String epci) {
        Set<String> held = planned().map(SeancePlanifiee::getSeance).collect(Collectors.toSet());
        return before.values().stream()
                .filter(session -> epci(session).equals(epci)
                        && plan.question().maySpeakOf(session.day())
                        && !isFact(session)
                        && !held.contains(session.seance()))
                .sorted(Comparator.comparing(PublishedSession::day)
                        .thenComparing(PublishedSession::start)
                        .thenComparing(PublishedSession::seance))
                .map(TourPublication::told)
                .toList();
    }

    /** Who answers for a session now: its étape may have another EPCI than when it was told. */
    private String epci(PublishedSession session) {
        EtapeDesservie etape = etapes.get(session.etape());
        return etape == null ? session.epci() : etape.getEpci();
    }

    private MotifSeance why(SeancePubliee gone) {
        SessionId id = SessionId.read(gone.getSeance());
        return sectors.stream()
                .flatMap(sector -> sector.getNonTenues().stream())
                .filter(unserved -> unserved.getEtape().equals(id.stop())
                        && unserved.getCycle().equals(id.cycle()))
                .findFirst()
                .map(unserved -> unserved.getCauses().stream()
                        .map(CauseVerifiee::getMotif)
                        .findFirst()
                        .orElse(MotifSeance.CAUSE_NON_ETABLIE))
                .orElse(MotifSeance.PLUS_DEMANDEE);
    }

    private EtapeDesservie etape(String key) {
        return Objects.requireNonNull(etapes.get(key), "A calendar has each étape at which it holds a session");
    }

    /**
     * Looks through all that people would have been told, of this calendar and of others, for an animateur, and so a set of tablets, or a place
     * that is in two places or has two sessions at a time.
     *
     * @throws RunRefused naming the first two sessions that cannot both be held, and what to do
     */
    void requireToldOnce() {
        Map<String, MinuteSpan> rounds = rounds();
        Map<LocalDate, List<PublishedSession>> days = standing().stream()
                .sorted(Comparator.comparing(PublishedSession::start).thenComparing(PublishedSession::seance))
                .collect(Collectors.groupingBy(PublishedSession::day, TreeMap::new, Collectors.toList()));
        days.values()
                .forEach(day -> day.stream()
                        .filter(this::says)
                        .forEach(said -> day.stream()
                                .filter(other -> !says(other))
                                .forEach(other -> require(said, other, rounds))));
    }

    private static void require(PublishedSession said, PublishedSession other, Map<String, MinuteSpan> rounds) {
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

    /** From when to when who holds a session is at it or on the road to it, from the place before and to the next or home. */
    private Map<String, MinuteSpan> rounds() {
        Map<String, MinuteSpan> rounds = new HashMap<>();
        sectors.stream().flatMap(sector -> sector.getJournees().stream()).forEach(day -> {
            List<ArretJournee> halts = day.getArrets();
            for (int rank = 0; rank < halts.size(); rank++) {
                ArretJournee halt = halts.get(rank);
                int until = rank + 1 < halts.size() ? halts.get(rank + 1).getArrival() : day.getArrival();
                rounds.put(halt.getSeance(), new MinuteSpan(halt.getArrival() - halt.getRoadMinutes(), until));
            }
        });
        return rounds;
    }

    /** Which publications of calendars stand, EPCI by EPCI. */
    @Repository
    public static class Publications {

        private static final String STANDS = """
            insert into passerelle.tour_session (seance, etape, epci, name, insee, day, start_minute, end_minute, animateur,
                                                 sequence, publication, cancelled)
            values (:seance, :etape, :epci, :name, :insee, :day, :start, :end, :animateur, :sequence, :publication, :cancelled)
            on conflict (seance) do update set epci = excluded.epci, name = excluded.name, insee = excluded.insee,
                day = excluded.day, start_minute = excluded.start_minute, end_minute = excluded.end_minute,
                animateur = excluded.animateur, sequence = excluded.sequence, publication = excluded.publication,
                cancelled = excluded.cancelled\
            """;

        private static final String STANDING = """
            select epci, max(subject_seq) from passerelle.study_record where type = 'CalendarPublished' group by epci\
            """;

        private static final String OF_ONE =
                "select epci from passerelle.study_record where study_id = :study and type = 'CalendarPublished'";

        private final JdbcClient jdbc;

        Publications(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        /** By SIREN, the number of the publication that stands. */
        public SortedMap<String, Long> standing() {
            SortedMap<String, Long> publications = new TreeMap<>();
            RowCallbackHandler put = row -> publications.put(row.getString(1), row.getLong(2));
            jdbc.sql(STANDING).query(put);
            return publications;
        }

        /** SIRENs of the EPCIs whose calendar one published. */
        public SortedSet<String> of(Study<TourManifest> plan) {
            return new TreeSet<>(jdbc.sql(OF_ONE)
                    .param("study", plan.id())
                    .query(String.class)
                    .list());
        }

        /** Makes a session stand so, whatever was told of it before. */
        public void stand(PublishedSession session) {
            SimplePropertySqlParameterSource row = new SimplePropertySqlParameterSource(session);
            row.registerSqlType("cancelled", Types.VARCHAR);
            jdbc.sql(STANDS).paramSource(row).update();
        }

        /** Whether a publication that a calendar froze does not stand any more. */
        public boolean isOvertaken(Study<TourManifest> plan) {
            return !standing().equals(plan.question().publications());
        }

        /** @throws RunRefused when its plan is not the one that was frozen, or a publication that it froze does not stand any more */
        public void requireFrozen(Study<TourManifest> plan) {
            plan.requireFrozen();
            if (isOvertaken(plan)) {
                throw plan.overtaken("un autre calendrier a été publié depuis");
            }
        }
    }
}
