package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.tour.TourManifest.KnownHolidays;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.rules.explanation.Facts;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.ArretJournee;
import fr.passerelle.schemas.event.CauseVerifiee;
import fr.passerelle.schemas.event.ChargeAnimateur;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.EcartSeance;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.JourOuvrable;
import fr.passerelle.schemas.event.JourneeAnimateur;
import fr.passerelle.schemas.event.Methode;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.NatureEcartSeance;
import fr.passerelle.schemas.event.NiveauAtteint;
import fr.passerelle.schemas.event.NiveauTournee;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.PublicPlace;
import fr.passerelle.schemas.event.ResolutionTournee;
import fr.passerelle.schemas.event.RunRef;
import fr.passerelle.schemas.event.Rythme;
import fr.passerelle.schemas.event.RythmeEtape;
import fr.passerelle.schemas.event.SeancePlanifiee;
import fr.passerelle.schemas.event.SeancesNonTenues;
import fr.passerelle.schemas.event.SourceHoraires;
import fr.passerelle.schemas.event.SourceTrajet;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.study.Study;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A calendar of four weeks: A-01 holds the library, moved, then the town hall on Tuesday 9 January 2018; the session that A-02 held there on
 * Thursday is no more; a third is held by nobody.
 */
public final class TourExamples {

    /** The first Monday. */
    public static final LocalDate MONDAY = LocalDate.of(2018, 1, 8);

    public static final String LIBRARY = "place:BIB-1";
    public static final String HALL = "commune:80613";

    private static final String EPCI = "247600588";
    private static final OffsetDateTime THEN = OffsetDateTime.parse("2026-11-28T10:00:00Z");

    static final PublishedRun RUN = new PublishedRun(
            1, "N-000001", "2017-10", Baremes.load(Baremes.DEFAULT), true, "ab".repeat(32), Instant.EPOCH);

    /** No holidays, known to the end of 2018. */
    static final KnownHolidays NONE = new KnownHolidays(LocalDate.of(2018, 12, 31), List.of(), List.of());

    private TourExamples() {}

    /** As its plan is kept. */
    public static Study<TourManifest> plan(Study.State state) {
        return new Study<>(
                TourManifest.SERIES,
                1,
                state,
                manifest(MONDAY, null, NONE),
                "ab".repeat(32),
                Map.of(
                        "animateurs",
                        "[{\"id\":\"A-01\",\"commune\":\"80613\"},{\"id\":\"A-02\",\"commune\":\"99999\"}]"),
                "Rentrée de janvier",
                "c-1",
                THEN,
                state == Study.State.PLANNED ? null : THEN,
                null,
                null,
                null);
    }

    /** What is asked from a Monday on, planned on a day, where that is known, with these holidays. */
    static TourManifest manifest(LocalDate from, @Nullable LocalDate planned, KnownHolidays holidays) {
        return new TourManifest(
                1, "ab", "cd", "2017-10", from, planned, 4, "ef", null, null, new TreeMap<>(), holidays);
    }

    /** What it computed. */
    public static ToursComputed computed() {
        return sector(1)
                .setRythmes(new ResolutionTournee(Methode.EXACTE, Preuve.OPTIMAL, List.of(), null))
                .setCycles(List.of(new ResolutionTournee(
                        Methode.APPROCHEE,
                        Preuve.INTERROMPU,
                        List.of(new NiveauAtteint(NiveauTournee.MINUTES_DE_ROUTE, 103L, 100L)),
                        null)))
                .setEtapes(List.of(etape(HALL, "Mairie"), etape(LIBRARY, "Bibliothèque")))
                .setSeances(List.of(session(LIBRARY, 540), session(HALL, 840)))
                .setJournees(List.of(day()))
                .setCharges(List.of(
                        new ChargeAnimateur("A-01", EPCI, 1, 2, 480L, 48L, 31_400L, 40L, 75L),
                        new ChargeAnimateur("A-02", EPCI, 0, 0, 0L, 0L, 0L, 0L, 0L)))
                .setNonTenues(List.of(
                        new SeancesNonTenues(
                                HALL,
                                MONDAY,
                                1,
                                true,
                                List.of(new CauseVerifiee(MotifSeance.LIEU_FERME, 1, Preuve.OPTIMAL))),
                        new SeancesNonTenues(LIBRARY, MONDAY, 1, true, List.of()),
                        new SeancesNonTenues(LIBRARY, MONDAY.plusWeeks(4), 1, false, List.of())))
                .setEcarts(List.of(moved(), gone()))
                .build();
    }

    /** A sector that computed nothing yet, over four weeks. */
    public static ToursComputed.Builder sector(long tour) {
        return ToursComputed.newBuilder()
                .setTourNo(tour)
                .setTourId("T-00000" + tour)
                .setManifestHash("ab".repeat(32))
                .setRun(new RunRef(1L, "N-000001", "b"))
                .setSector(0)
                .setSectors(1)
                .setDemonstration(true)
                .setFrom(MONDAY)
                .setWeeks(4)
                .setEpcis(List.of(EPCI))
                .setAnimateurs(List.of("A-01"))
                .setCycles(List.of())
                .setEtapes(List.of())
                .setSeances(List.of())
                .setJournees(List.of())
                .setCharges(List.of())
                .setNonTenues(List.of())
                .setEcarts(List.of());
    }

    /** An étape that asks for two sessions, of which one is held. */
    static EtapeDesservie.Builder etape(String key, String epci, String insee, String name) {
        return EtapeDesservie.newBuilder()
                .setEtape(key)
                .setEpci(epci)
                .setInsee(insee)
                .setName(name)
                .setLatitude(50.05)
                .setLongitude(1.42)
                .setRooms(List.of())
                .setAsked(2)
                .setAskedInAll(2)
                .setHeldInAll(1)
                .setHoraires(SourceHoraires.SUPPOSES)
                .setRythmes(List.of());
    }

    private static EtapeDesservie etape(String key, String name) {
        return etape(key, EPCI, "80613", name)
                .setRythmes(
                        key.equals(HALL)
                                ? List.of()
                                : List.of(new RythmeEtape(
                                        0,
                                        Rythme.UNE_SEMAINE_SUR_QUATRE,
                                        JourOuvrable.MARDI,
                                        DemiJournee.MATIN,
                                        List.of(1),
                                        "A-01")))
                .build();
    }

    private static String id(String etape) {
        return etape + "|" + MONDAY + "|0";
    }

    private static SeancePlanifiee session(String etape, int start) {
        return new SeancePlanifiee(
                id(etape), etape, MONDAY.plusDays(1), start, start + 120, "A-01", etape.equals(HALL), false);
    }

    private static JourneeAnimateur day() {
        return JourneeAnimateur.newBuilder()
                .setAnimateur("A-01")
                .setDay(MONDAY.plusDays(1))
                .setDeparture(505)
                .setArrival(985)
                .setReturnMinutes(15)
                .setReturnMetres(9_000)
                .setArrets(List.of(halt(LIBRARY, 520, 540, 0), halt(HALL, 690, 840, 45)))
                .setWorkMinutes(435)
                .build();
    }

    private static ArretJournee halt(String etape, int arrival, int start, int pause) {
        return new ArretJournee(etape, id(etape), 15, 9_400, SourceTrajet.ESTIME, arrival, start, start + 120, pause);
    }

    private static EcartSeance moved() {
        return EcartSeance.newBuilder()
                .setSeance(id(LIBRARY))
                .setEtape(LIBRARY)
                .setNature(NatureEcartSeance.DEPLACEE)
                .setDayBefore(MONDAY)
                .setStartBefore(600)
                .setAnimateurBefore("A-01")
                .setDayAfter(MONDAY.plusDays(1))
                .setStartAfter(540)
                .setAnimateurAfter("A-01")
                .build();
    }

    private static EcartSeance gone() {
        return EcartSeance.newBuilder()
                .setSeance(HALL + "|" + MONDAY + "|1")
                .setEtape(HALL)
                .setNature(NatureEcartSeance.SUPPRIMEE)
                .setDayBefore(MONDAY.plusDays(3))
                .setStartBefore(840)
                .setAnimateurBefore("A-02")
                .build();
    }

    /** Any session as people were first told of it: two hours, by A-01. */
    public static PublishedSession session(
            String seance, String etape, String epci, LocalDate day, int start, @Nullable MotifSeance cancelled) {
        return new PublishedSession(
                seance, etape, epci, "Lieu", "02408", day, start, start + 120, "A-01", 0, 1, cancelled);
    }

    /** A session of it as people were told of it. */
    public static PublishedSession told(String etape, int start, @Nullable MotifSeance cancelled) {
        return told(etape, start, cancelled, 0);
    }

    /** The same so many days later. */
    public static PublishedSession told(String etape, int start, @Nullable MotifSeance cancelled, int later) {
        return new PublishedSession(
                id(etape),
                etape,
                EPCI,
                "Lieu",
                "80613",
                MONDAY.plusDays(1 + later),
                start,
                start + 120,
                "A-01",
                1,
                2,
                cancelled);
    }

    /** What is published beside it: one EPCI of one commune. */
    public static PublishedResults published() {
        EpciDescribed epci = EpciDescribed.newBuilder()
                .setEpci(EPCI)
                .setName("CC des Villes Sœurs")
                .setPopulation(800)
                .setCommunes(List.of(new Commune("80613", "Oust-Marest", 800, 50.06, 1.46, null)))
                .setPublicPlaces(List.of())
                .build();
        return published(epci);
    }

    /** What is published beside it: one EPCI. */
    static PublishedResults published(EpciDescribed epci) {
        return new PublishedResults(
                RUN,
                Proposals.of(List.of(), List.of(), List.of()),
                new TreeMap<>(),
                new TreeMap<>(Map.of(epci.getEpci(), epci)),
                new TreeMap<>());
    }

    /** An EPCI of two communes and a library. */
    static EpciDescribed small() {
        return EpciDescribed.newBuilder(Facts.epci())
                .setCommunes(List.of(
                        new Commune("02001", "A", 1_000, 49.0, 3.0, null),
                        new Commune("02002", "B", 1_000, 50.0, 3.0, null)))
                .setPublicPlaces(
                        List.of(new PublicPlace("BIB-1", "BIB", "Bibliothèque", "02001", 49.1, 3.1, null, false)))
                .build();
    }
}
