package fr.passerelle.calendar.tour;

import static fr.passerelle.calendar.rule.TourCases.ANIMATEUR;
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
import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.calendar.rule.TourStop;
import fr.passerelle.calendar.tour.SessionIds.SessionId;
import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.schemas.event.EcartSeance;
import fr.passerelle.schemas.event.NatureEcartSeance;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionIdsTest {

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
        PublishedSession gone = new PublishedSession(
                "place:Z|2018-01-08|0", "place:Z", "e", "Z", "02408", MONDAY, 540, 660, "A-02", 0, 1, null);

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
