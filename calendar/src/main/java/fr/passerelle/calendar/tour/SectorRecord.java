package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.ReferenceSession;
import fr.passerelle.calendar.rule.Roads.Road;
import fr.passerelle.calendar.rule.TourAnimateur;
import fr.passerelle.calendar.rule.TourCalendar.DayTour;
import fr.passerelle.calendar.rule.TourCalendar.TourHalt;
import fr.passerelle.calendar.rule.TourCalendar.TourSession;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.rule.VisitPattern;
import fr.passerelle.calendar.rule.VisitPattern.WorkHalf;
import fr.passerelle.calendar.solver.TourSolver.TourAnswer;
import fr.passerelle.calendar.tour.SessionIds.SessionId;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.schemas.event.ArretJournee;
import fr.passerelle.schemas.event.ChargeAnimateur;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.JourneeAnimateur;
import fr.passerelle.schemas.event.RunRef;
import fr.passerelle.schemas.event.RythmeEtape;
import fr.passerelle.schemas.event.SeancePlanifiee;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.study.Study;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The record of a sector: its question and its answer, as people and machines read them. */
public final class SectorRecord {

    /** What has been: sessions as they stand, and the days that hold them as they were computed when they were announced. */
    record Past(Collection<PublishedSession> sessions, Collection<JourneeAnimateur> days) {

        Past of(TourQuestion sector) {
            return new Past(
                    sessions.stream()
                            .filter(session -> sector.stop(session.etape()).isPresent())
                            .toList(),
                    days.stream()
                            .filter(day -> day.getArrets().stream()
                                    .allMatch(arret ->
                                            sector.stop(arret.getEtape()).isPresent()))
                            .toList());
        }
    }

    private final TourQuestion question;
    private final TourAnswer answer;
    private final SessionIds ids;
    private final Past past;
    private final Collection<PublishedSession> gone;
    private final Map<TourSession, SessionId> identities;
    private final Map<String, Long> held;

    /**
     * @param taken every identity that a session ever had
     * @param past what has been of its étapes, or was announced for days too near to be changed: told as it stands
     * @param gone published sessions whose étapes are asked for no more, to be told here
     */
    SectorRecord(
            TourQuestion question,
            TourAnswer answer,
            Collection<SessionId> taken,
            Past past,
            Collection<PublishedSession> gone) {
        this.question = question;
        this.answer = answer;
        this.ids = SessionIds.of(question, answer.calendar(), taken).without(gone);
        this.past = past;
        this.gone = gone;
        this.identities = ids.bySession();
        this.held = Stream.concat(
                        answer.calendar().sessions().stream()
                                .map(session -> session.stop().key()),
                        past.sessions().stream().map(PublishedSession::etape))
                .collect(Collectors.groupingBy(stop -> stop, HashMap::new, Collectors.counting()));
    }

    /** @param rank of the sector, from 0, of so many */
    ToursComputed of(Study<TourManifest> plan, PublishedRun run, int rank, int sectors) {
        return ToursComputed.newBuilder()
                .setTourNo(plan.no())
                .setTourId(plan.id())
                .setManifestHash(plan.questionHash())
                .setRun(new RunRef(run.no(), run.id(), run.bareme().sha256()))
                .setSector(rank)
                .setSectors(sectors)
                .setDemonstration(run.demonstration())
                .setFrom(question.dates().from())
                .setWeeks(question.dates().weeks())
                .setEpcis(epcis())
                .setAnimateurs(
                        question.animateurs().stream().map(TourAnimateur::id).toList())
                .setRythmes(answer.resolution())
                .setCycles(answer.cycles())
                .setEtapes(question.stops().stream().map(this::etape).toList())
                .setSeances(seances())
                .setJournees(journees())
                .setCharges(question.animateurs().stream().map(this::charge).toList())
                .setNonTenues(answer.unserved())
                .setEcarts(ids.changes())
                .build();
    }

    private List<String> epcis() {
        return Stream.concat(
                        question.stops().stream().map(TourStop::epci),
                        gone.stream().map(PublishedSession::epci))
                .distinct()
                .sorted()
                .toList();
    }

    private List<SeancePlanifiee> seances() {
        List<ReferenceSession> pins = question.pins();
        return Stream.concat(
                        past.sessions().stream().map(SectorRecord::seance),
                        answer.calendar().sessions().stream().map(session -> seance(session, pins)))
                .sorted(Comparator.comparing(SeancePlanifiee::getDay)
                        .thenComparing(SeancePlanifiee::getStart)
                        .thenComparing(SeancePlanifiee::getEtape))
                .toList();
    }

    private List<JourneeAnimateur> journees() {
        Stream<JourneeAnimateur> ahead = answer.calendar().days().stream().map(this::journee);
        return Stream.concat(past.days().stream(), ahead)
                .sorted(Comparator.comparing(JourneeAnimateur::getAnimateur).thenComparing(JourneeAnimateur::getDay))
                .toList();
    }

    private EtapeDesservie etape(TourStop stop) {
        return EtapeDesservie.newBuilder()
                .setEtape(stop.key())
                .setEpci(stop.epci())
                .setInsee(stop.point().insee())
                .setName(stop.name())
                .setLatitude(stop.point().latitude())
                .setLongitude(stop.point().longitude())
                .setRooms(stop.rooms())
                .setAsked(stop.asked())
                .setAskedInAll(stop.asked() * question.dates().cycles().size())
                .setHeldInAll(Math.toIntExact(held.getOrDefault(stop.key(), 0L)))
                .setHoraires(stop.hours().source())
                .setRythmes(answer.rhythms().getOrDefault(stop.key(), List.of()))
                .build();
    }

    private static SeancePlanifiee seance(PublishedSession fact) {
        return new SeancePlanifiee(
                fact.seance(), fact.etape(), fact.day(), fact.start(), fact.end(), fact.animateur(), true, false);
    }

    private SeancePlanifiee seance(TourSession session, List<ReferenceSession> pins) {
        return SeancePlanifiee.newBuilder()
                .setSeance(identity(session))
                .setEtape(session.stop().key())
                .setDay(session.date())
                .setStart(session.start())
                .setEnd(session.span().end())
                .setAnimateur(session.animateur().id())
                .setPinned(pins.stream().anyMatch(pin -> pin.isSameAs(session)))
                .setOutOfRhythm(isOutOfRhythm(session))
                .build();
    }

    private boolean isOutOfRhythm(TourSession session) {
        List<RythmeEtape> rhythm = answer.rhythms().getOrDefault(session.stop().key(), List.of());
        return !rhythm.isEmpty()
                && rhythm.stream()
                        .noneMatch(visit -> new VisitPattern(
                                        new WorkHalf(visit.getJour(), visit.getDemiJournee()), visit.getSemaines())
                                .days(question.dates().cycle(session.date()))
                                .contains(session.date()));
    }

    private JourneeAnimateur journee(DayTour day) {
        return JourneeAnimateur.newBuilder()
                .setAnimateur(day.animateur().id())
                .setDay(day.date())
                .setDeparture(day.departure())
                .setArrival(day.arrival())
                .setReturnMinutes(day.back().minutes())
                .setReturnMetres(day.back().metres())
                .setArrets(day.halts().stream()
                        .map(halt -> arret(halt, day.session(halt)))
                        .toList())
                .setWorkMinutes(day.work(question.terms()))
                .build();
    }

    private ArretJournee arret(TourHalt halt, TourSession session) {
        return ArretJournee.newBuilder()
                .setEtape(halt.stop().key())
                .setSeance(identity(session))
                .setRoadMinutes(halt.road().minutes())
                .setRoadMetres(halt.road().metres())
                .setSource(halt.road().source())
                .setArrival(halt.arrival())
                .setStart(halt.start())
                .setEnd(halt.end())
                .setPauseMinutes(halt.pause(question.terms()))
                .build();
    }

    private ChargeAnimateur charge(TourAnimateur animateur) {
        List<DayTour> days = answer.calendar().days().stream()
                .filter(day -> day.animateur().equals(animateur))
                .toList();
        return ChargeAnimateur.newBuilder()
                .setAnimateur(animateur.id())
                .setEpci(animateur.epci())
                .setDays(days.size())
                .setSessions(days.stream().mapToInt(day -> day.halts().size()).sum())
                .setWorkMinutes(days.stream()
                        .mapToLong(day -> day.work(question.terms()))
                        .sum())
                .setRoadMinutes(sum(days, Road::minutes))
                .setRoadMetres(sum(days, Road::metres))
                .setRoadMinutesLow(sum(days, Road::low))
                .setRoadMinutesHigh(sum(days, Road::high))
                .build();
    }

    private static long sum(List<DayTour> days, ToIntFunction<Road> of) {
        return days.stream()
                .flatMap(day -> day.roads().stream())
                .mapToLong(of::applyAsInt)
                .sum();
    }

    private String identity(TourSession session) {
        return Objects.requireNonNull(identities.get(session), "Each session of a calendar has an identity")
                .toString();
    }

    /** Published sessions ahead whose étapes are asked for no more, by rank of the sector that tells them: of their EPCI, else the first. */
    static Map<Integer, List<PublishedSession>> vanished(
            List<TourQuestion> sectors, List<PublishedSession> standing, TourManifest manifest) {
        return standing.stream()
                .filter(session -> manifest.maySpeakOf(session.day()))
                .filter(session -> sectors.stream()
                        .noneMatch(sector -> sector.stop(session.etape()).isPresent()))
                .collect(Collectors.groupingBy(session -> IntStream.range(0, sectors.size())
                        .filter(rank -> isOf(sectors.get(rank), session.epci()))
                        .findFirst()
                        .orElse(0)));
    }

    private static boolean isOf(TourQuestion sector, String epci) {
        return sector.stops().stream().anyMatch(stop -> stop.epci().equals(epci))
                || sector.animateurs().stream()
                        .anyMatch(animateur -> animateur.serves().contains(epci));
    }
}
