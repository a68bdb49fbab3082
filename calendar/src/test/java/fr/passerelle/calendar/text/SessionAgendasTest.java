package fr.passerelle.calendar.text;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.rule.ToldSession;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionAgendasTest {

    private static final LocalDate DAY = LocalDate.of(2018, 1, 9);
    private static final List<ToldSession> SESSIONS = List.of(
            Sessions.in("room:DEMO-001", "Lieu", "Laon", DAY, "A-01"),
            Sessions.in("commune:80288", "Lieu", "Laon", DAY, "A-02"));
    private static final SessionAgendas AGENDAS = new SessionAgendas(SESSIONS);

    @Test
    void writesOneOfEachPlaceEpciAndAnimateur() {
        assertThat(AGENDAS.files())
                .containsOnlyKeys(
                        "animateur-A-01.ics",
                        "animateur-A-02.ics",
                        "epci-200072031.ics",
                        "etape-commune-80288.ics",
                        "etape-room-DEMO-001.ics");
        assertThat(AGENDAS.files().get("epci-200072031.ics"))
                .containsOnlyOnce("X-WR-CALNAME")
                .contains("STATUS:CONFIRMED");
        assertThat(unfolded("etape-commune-80288.ics")).contains("X-WR-CALNAME:Médiation numérique – Lieu\\, Laon\r\n");
    }

    /** Two exports of the same sessions are the same files. */
    @Test
    void writesTheSameInWhateverOrderSessionsCome() {
        assertThat(new SessionAgendas(SESSIONS.reversed()).files()).isEqualTo(AGENDAS.files());
    }

    @Test
    void saysToNobodyWhoHoldsASession() {
        assertThat(AGENDAS.files().entrySet())
                .filteredOn(file -> !file.getKey().startsWith("animateur-"))
                .allSatisfy(
                        file -> assertThat(file.getValue()).doesNotContain("A-01", "A-02", "ATTENDEE", "ORGANIZER"));
    }

    private static String unfolded(String file) {
        return String.valueOf(AGENDAS.files().get(file)).replace("\r\n ", "");
    }
}
