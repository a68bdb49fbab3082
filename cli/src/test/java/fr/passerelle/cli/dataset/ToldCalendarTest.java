package fr.passerelle.cli.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.published.session.PublishedSessions.PublishedSession;
import fr.passerelle.schemas.event.ArretJournee;
import fr.passerelle.schemas.event.ChargeAnimateur;
import fr.passerelle.schemas.event.JourneeAnimateur;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.RunRef;
import fr.passerelle.schemas.event.SourceTrajet;
import fr.passerelle.schemas.event.ToursComputed;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ToldCalendarTest {

    private static final LocalDate MONDAY = LocalDate.of(2018, 1, 8);

    /** Two EPCIs share an animateur; a second calendar was published for the first of them alone. */
    private final List<ToursComputed> sectors =
            List.of(sector(2, day(0, "a", "b"), day(1, "c"), day(2, "d")), sector(1, day(0, "a", "b"), day(3, "e")));

    @Test
    void takesADayWhoseSessionsStandAsTheLatestCalendarHasIt() {
        ToldCalendar calendar = ToldCalendar.of(List.of(session("b", 0, null), session("a", 0, null)), sectors);

        assertThat(calendar.sessions()).extracting(PublishedSession::seance).containsExactly("a", "b");
        assertThat(calendar.days())
                .extracting(JourneeAnimateur::getDay, JourneeAnimateur::getWorkMinutes)
                .containsExactly(tuple(MONDAY, 2));
    }

    @Test
    void leavesOutADayThatIsNotHeldSo() {
        ToldCalendar calendar = ToldCalendar.of(
                List.of(
                        session("a", 0, null),
                        session("b", 0, MotifSeance.LIEU_FERME),
                        session("c", 1, null),
                        session("elsewhere", 1, null),
                        session("d", 4, null),
                        session("e", 3, null)),
                sectors);

        assertThat(calendar.sessions()).hasSize(6);
        assertThat(calendar.days()).extracting(JourneeAnimateur::getDay).containsExactly(MONDAY.plusDays(3));
    }

    private static PublishedSession session(String id, int day, @Nullable MotifSeance cancelled) {
        return new PublishedSession(
                id,
                "place:" + id,
                "200072031",
                "Lieu",
                "02408",
                MONDAY.plusDays(day),
                540,
                660,
                "A-01",
                0,
                1,
                cancelled);
    }

    private static JourneeAnimateur.Builder day(int day, String... sessions) {
        return JourneeAnimateur.newBuilder()
                .setAnimateur("A-01")
                .setDay(MONDAY.plusDays(day))
                .setDeparture(500)
                .setArrival(700)
                .setReturnMinutes(20)
                .setReturnMetres(15_000)
                .setArrets(Stream.of(sessions)
                        .map(id ->
                                new ArretJournee("place:" + id, id, 20, 15_000, SourceTrajet.ESTIME, 520, 540, 660, 0))
                        .toList());
    }

    /** Its days say which calendar they are of by their minutes of work. */
    private static ToursComputed sector(int plan, JourneeAnimateur.Builder... days) {
        return ToursComputed.newBuilder()
                .setTourNo(plan)
                .setTourId("T-00000" + plan)
                .setManifestHash("x")
                .setRun(new RunRef(1L, "N-000001", "b"))
                .setSector(0)
                .setSectors(1)
                .setDemonstration(false)
                .setFrom(MONDAY)
                .setWeeks(4)
                .setEpcis(List.of("200072031"))
                .setAnimateurs(List.of("A-01"))
                .setCycles(List.of())
                .setEtapes(List.of())
                .setSeances(List.of())
                .setJournees(Stream.of(days)
                        .map(day -> day.setWorkMinutes(plan).build())
                        .toList())
                .setCharges(List.of(new ChargeAnimateur("A-01", "200072031", 1, 1, 1L, 1L, 1L, 1L, 1L)))
                .setNonTenues(List.of())
                .setEcarts(List.of())
                .build();
    }
}
