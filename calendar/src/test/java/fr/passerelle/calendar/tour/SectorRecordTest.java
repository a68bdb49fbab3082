package fr.passerelle.calendar.tour;

import static fr.passerelle.calendar.rule.TourCases.ANIMATEUR;
import static fr.passerelle.calendar.rule.TourCases.EPCI;
import static fr.passerelle.calendar.rule.TourCases.HALL;
import static fr.passerelle.calendar.rule.TourCases.MONDAY;
import static fr.passerelle.calendar.rule.TourCases.question;
import static fr.passerelle.calendar.rule.TourCases.stop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.calendar.rule.DayPlanner;
import fr.passerelle.calendar.rule.DayPlanner.TourVisit;
import fr.passerelle.calendar.rule.TourCalendar;
import fr.passerelle.calendar.rule.TourCalendar.DayTour;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.solver.TourSolver.StopRhythm;
import fr.passerelle.calendar.solver.TourSolver.TourAnswer;
import fr.passerelle.calendar.tour.SectorRecord.Past;
import fr.passerelle.calendar.tour.SectorRecord.VanishedStops;
import fr.passerelle.calendar.tour.SessionIds.SessionId;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.ArretJournee;
import fr.passerelle.schemas.event.DemiJournee;
import fr.passerelle.schemas.event.EcartSeance;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.JourOuvrable;
import fr.passerelle.schemas.event.JourneeAnimateur;
import fr.passerelle.schemas.event.NatureEcartSeance;
import fr.passerelle.schemas.event.Rythme;
import fr.passerelle.schemas.event.RythmeEtape;
import fr.passerelle.schemas.event.SeancePlanifiee;
import fr.passerelle.schemas.event.ToursComputed;
import fr.passerelle.study.Study;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SectorRecordTest {

    private static final TourStop A = stop("A", HALL, 1);
    private static final TourStop B = stop("B", HALL, 2);
    private static final TourQuestion QUESTION = question(ANIMATEUR, A, B);
    private static final RythmeEtape MONDAYS = new RythmeEtape(
            0, Rythme.UNE_SEMAINE_SUR_QUATRE, JourOuvrable.LUNDI, DemiJournee.MATIN, List.of(1), "A-01");

    @Test
    void tellsEachSessionDayAndLoad() {
        DayTour first = day(0, A, B);
        DayTour second = day(8, B);
        ToursComputed record = record(List.of(first, second), List.of());

        assertThat(record.getSeances())
                .extracting(SeancePlanifiee::getSeance)
                .containsExactly("place:A|2018-01-08|0", "place:B|2018-01-08|0", "place:B|2018-01-08|1");
        assertThat(record.getSeances())
                .extracting(SeancePlanifiee::getOutOfRhythm)
                .containsExactly(false, false, true);
        assertThat(record.getEtapes()).extracting(EtapeDesservie::getHeldInAll).containsExactly(1, 2);
        assertThat(record.getJournees()).hasSize(2);
        assertThat(record.getJournees().getFirst().getArrets())
                .extracting(ArretJournee::getSeance)
                .containsExactly("place:A|2018-01-08|0", "place:B|2018-01-08|0");
        assertThat(record.getCharges().getFirst().getRoadMinutes())
                .isEqualTo(first.roadMinutes() + second.roadMinutes());
        assertThat(record.getCharges().getFirst().getSessions()).isEqualTo(3);
        assertThat(record.getEcarts())
                .extracting(EcartSeance::getNature)
                .containsOnly(NatureEcartSeance.AJOUTEE)
                .hasSize(3);
    }

    @Test
    void givesNoIdentityTwice() {
        ToursComputed record = record(List.of(day(0, A)), List.of(SessionId.read("place:A|2018-01-08|0")));

        assertThat(record.getSeances().getFirst().getSeance()).isEqualTo("place:A|2018-01-08|1");
    }

    /** Held by somebody whom no file names any more. */
    @Test
    void tellsWhatHasBeenAsItStands() {
        PublishedSession fact = told("place:A", EPCI, 1);
        JourneeAnimateur journee =
                record(List.of(day(1, A)), List.of()).getJournees().getFirst();

        ToursComputed record =
                record(List.of(day(8, B)), List.of(), new Past(List.of(fact), List.of(journee)), List.of());

        assertThat(record.getSeances()).hasSize(2).first().satisfies(seance -> {
            assertThat(fact.isAs(seance)).isTrue();
            assertThat(seance.getSeance()).isEqualTo(fact.seance());
            assertThat(seance.getPinned()).isTrue();
        });
        assertThat(record.getJournees()).hasSize(2).first().isEqualTo(journee);
        assertThat(record.getEtapes()).extracting(EtapeDesservie::getHeldInAll).containsExactly(1, 1);
        assertThat(record.getEcarts()).extracting(EcartSeance::getEtape).containsExactly("place:B");
    }

    /** An étape that nobody asks for any more is in no question: what is left of its sessions is told all the same, and not twice. */
    @Test
    void tellsTheSessionsOfAnEtapeThatVanished() {
        VanishedStops vanished = new VanishedStops(
                List.of(QUESTION.withStops(List.of(B)).withAnimateurs(List.of()), QUESTION.withStops(List.of(A))),
                List.of(
                        told("place:A", EPCI, 1),
                        told("place:C", EPCI, 2),
                        told("place:D", "246000855", 3),
                        told("place:C", EPCI, 28),
                        told("place:E", EPCI, 0)),
                manifest(MONDAY.minusDays(1)));

        ToursComputed record = record(List.of(), List.of(), Past.NONE, vanished.of(0));

        assertThat(vanished.of(1)).isEmpty();
        assertThat(record.getEpcis()).containsExactly(EPCI, "246000855");
        assertThat(record.getEcarts())
                .extracting(EcartSeance::getEtape, EcartSeance::getNature, EcartSeance::getDayBefore)
                .containsExactly(
                        tuple("place:C", NatureEcartSeance.SUPPRIMEE, MONDAY.plusDays(2)),
                        tuple("place:D", NatureEcartSeance.SUPPRIMEE, MONDAY.plusDays(3)));
    }

    private static PublishedSession told(String etape, String epci, int day) {
        return new PublishedSession(
                etape + "|" + MONDAY + "|" + day,
                etape,
                epci,
                "Lieu",
                "02408",
                MONDAY.plusDays(day),
                540,
                660,
                "A-01",
                0,
                1,
                null);
    }

    private static ToursComputed record(List<DayTour> days, List<SessionId> taken) {
        return record(days, taken, Past.NONE, List.of());
    }

    private static ToursComputed record(
            List<DayTour> days, List<SessionId> taken, Past past, List<PublishedSession> gone) {
        TourAnswer answer = new TourAnswer(
                null,
                List.of(new StopRhythm("place:B", List.of(MONDAYS))),
                List.of(),
                new TourCalendar(days),
                List.of());
        PublishedRun run =
                new PublishedRun(1, "N-000001", "2017-12", Baremes.load("2017-05"), false, "h", Instant.EPOCH);
        return new SectorRecord(QUESTION, answer, taken, past, gone)
                .of(TourExamples.plan(Study.State.PLANNED), run, 0, 1);
    }

    private static DayTour day(int after, TourStop... stops) {
        return new DayPlanner(QUESTION)
                .best(
                        ANIMATEUR,
                        MONDAY.plusDays(after),
                        List.of(stops).stream().map(TourVisit::of).toList())
                .orElseThrow();
    }

    private static TourManifest manifest(LocalDate planned) {
        return new TourManifest(1, "r", "b", "2017-12", MONDAY, planned, 4, "a", null, null, new TreeMap<>(), null);
    }
}
