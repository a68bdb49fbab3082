package fr.passerelle.calendar.tour;

import static fr.passerelle.calendar.rule.TourCases.ANIMATEUR;
import static fr.passerelle.calendar.rule.TourCases.EPCI;
import static fr.passerelle.calendar.rule.TourCases.HALL;
import static fr.passerelle.calendar.rule.TourCases.LIBRARY;
import static fr.passerelle.calendar.rule.TourCases.MONDAY;
import static fr.passerelle.calendar.rule.TourCases.at;
import static fr.passerelle.calendar.rule.TourCases.question;
import static fr.passerelle.calendar.rule.TourCases.stop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.calendar.rule.DayPlanner;
import fr.passerelle.calendar.rule.DayPlanner.TourVisit;
import fr.passerelle.calendar.rule.ReferenceSession;
import fr.passerelle.calendar.rule.TourCalendar;
import fr.passerelle.calendar.rule.TourCalendar.DayTour;
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.solver.TourSolver.StopRhythm;
import fr.passerelle.calendar.solver.TourSolver.TourAnswer;
import fr.passerelle.calendar.tour.SectorRecord.Past;
import fr.passerelle.calendar.tour.SectorRecord.VanishedStops;
import fr.passerelle.calendar.tour.SessionIds.SessionId;
import fr.passerelle.published.session.PublishedSessions.PublishedSession;
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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a sector tells of its calendar, and the identities that its sessions keep. */
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
                TourExamples.manifest(MONDAY, MONDAY.minusDays(1), TourExamples.NONE));

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
        return TourExamples.session(etape + "|" + MONDAY + "|" + day, etape, epci, MONDAY.plusDays(day), 540, null);
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
        return new SectorRecord(QUESTION, answer, taken, past, gone)
                .of(TourExamples.plan(Study.State.PLANNED), TourExamples.RUN, 0, 1);
    }

    private static DayTour day(int after, TourStop... stops) {
        return new DayPlanner(QUESTION)
                .best(
                        ANIMATEUR,
                        MONDAY.plusDays(after),
                        List.of(stops).stream().map(TourVisit::of).toList())
                .orElseThrow();
    }

    private final TourStop a = stop("A", LIBRARY, 2);
    private final TourQuestion question = question(ANIMATEUR, a);

    @Test
    void ranksTheSessionsOfACycleThatNobodyPublished() {
        SessionIds ids = SessionIds.of(question, calendar(MONDAY, MONDAY.plusDays(14)), List.of());

        assertThat(ids.pairs().keySet())
                .extracting(SessionId::toString)
                .containsExactly("place:A|2018-01-08|0", "place:A|2018-01-08|1");
        assertThat(ids.changes())
                .extracting(EcartSeance::getNature)
                .containsExactly(NatureEcartSeance.AJOUTEE, NatureEcartSeance.AJOUTEE);
    }

    @Test
    void keepsTheIdentityOfASessionThatMoves() {
        TourQuestion published = published(session(3, MONDAY, "A-01"));

        SessionIds ids = SessionIds.of(published, calendar(MONDAY.plusDays(1)), List.of(id(3)));

        assertThat(ids.bySession().values()).containsExactly(id(3));
        assertThat(ids.changes()).singleElement().satisfies(change -> {
            assertThat(change.getNature()).isEqualTo(NatureEcartSeance.DEPLACEE);
            assertThat(change.getSeance()).isEqualTo("place:A|2018-01-08|3");
            assertThat(change.getDayBefore()).isEqualTo(MONDAY);
            assertThat(change.getDayAfter()).isEqualTo(MONDAY.plusDays(1));
            assertThat(change.getStartAfter()).isEqualTo(at(9, 0));
        });
    }

    /** What has been is no session of the calendar: it keeps its identity, and nothing moves under it. */
    @Test
    void movesNothingUnderTheIdentityOfWhatHasBeen() {
        ReferenceSession fact = new ReferenceSession(id(0).toString(), "place:A", MONDAY, at(9, 0), "A-12", true, true);

        SessionIds ids = SessionIds.of(published(fact), calendar(MONDAY.plusDays(14)), List.of(id(0)));

        assertThat(ids.pairs().keySet()).containsExactly(id(1));
        assertThat(ids.changes()).extracting(EcartSeance::getNature).containsExactly(NatureEcartSeance.AJOUTEE);
    }

    @Test
    void givesNoRankTwice() {
        TourQuestion published = published(session(0, MONDAY, "A-01"));

        SessionIds ids = SessionIds.of(published, calendar(MONDAY, MONDAY.plusDays(14)), List.of(id(0), id(9), id(10)));

        assertThat(ids.pairs().keySet()).containsExactly(id(0), id(11));
        assertThat(ids.changes()).extracting(EcartSeance::getNature).containsExactly(NatureEcartSeance.AJOUTEE);
    }

    @Test
    void tellsWhatIsHeldNoMoreAndWhatAnotherHolds() {
        TourQuestion published = published(session(0, MONDAY, "A-02"), session(1, MONDAY.plusDays(14), "A-01"));

        SessionIds ids = SessionIds.of(published, calendar(MONDAY), List.of(id(0), id(1)));

        assertThat(ids.changes())
                .extracting(EcartSeance::getNature)
                .containsExactly(NatureEcartSeance.CONFIEE_A_UN_AUTRE, NatureEcartSeance.SUPPRIMEE);
    }

    @Test
    void tellsWhatNoEtapeAsksForAnyMore() {
        PublishedSession gone = TourExamples.session("place:Z|2018-01-08|0", "place:Z", EPCI, MONDAY, 540, null);

        SessionIds ids = SessionIds.of(question, calendar(MONDAY), List.of()).without(List.of(gone));

        assertThat(ids.bySession()).hasSize(1);
        assertThat(ids.changes())
                .extracting(EcartSeance::getEtape, EcartSeance::getNature)
                .containsExactly(
                        tuple("place:A", NatureEcartSeance.AJOUTEE), tuple("place:Z", NatureEcartSeance.SUPPRIMEE));
    }

    @Test
    void readsAnIdentityAsItWasWritten() {
        assertThat(SessionId.read("place:A|2018-01-08|10")).isEqualTo(id(10)).isGreaterThan(id(9));
    }

    private TourQuestion published(ReferenceSession... sessions) {
        return question.withReferences(List.of(sessions));
    }

    private static ReferenceSession session(int rank, LocalDate date, String animateur) {
        return new ReferenceSession(id(rank).toString(), "place:A", date, at(9, 0), animateur, true);
    }

    private static SessionId id(int rank) {
        return new SessionId("place:A", MONDAY, rank);
    }

    private TourCalendar calendar(LocalDate... dates) {
        return new TourCalendar(Arrays.stream(dates)
                .map(date -> new DayPlanner(question)
                        .best(ANIMATEUR, date, List.of(TourVisit.of(a)))
                        .orElseThrow())
                .toList());
    }
}
