package fr.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.published.tour.FeedSession;
import fr.passerelle.published.tour.PublishedSession;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class IcsFeedsTest {

    private static final LocalDate DAY = LocalDate.of(2018, 1, 9);
    private static final List<FeedSession> SESSIONS =
            List.of(feed("room:DEMO-001", "A-01"), feed("commune:80288", "A-02"));
    private static final IcsFeeds FEEDS = new IcsFeeds(SESSIONS);

    @Test
    void writesOneOfEachPlaceEpciAndAnimateur() {
        assertThat(FEEDS.files())
                .containsOnlyKeys(
                        "animateur-A-01.ics",
                        "animateur-A-02.ics",
                        "epci-200072031.ics",
                        "etape-commune-80288.ics",
                        "etape-room-DEMO-001.ics");
        assertThat(FEEDS.files().get("epci-200072031.ics"))
                .containsOnlyOnce("X-WR-CALNAME")
                .contains("STATUS:CONFIRMED");
        assertThat(unfolded("etape-commune-80288.ics")).contains("X-WR-CALNAME:Médiation numérique – Lieu\\, Laon\r\n");
    }

    /** Two exports of the same sessions are the same files. */
    @Test
    void writesTheSameInWhateverOrderSessionsCome() {
        assertThat(new IcsFeeds(SESSIONS.reversed()).files()).isEqualTo(FEEDS.files());
    }

    @Test
    void saysToNobodyWhoHoldsASession() {
        assertThat(FEEDS.files().entrySet())
                .filteredOn(file -> !file.getKey().startsWith("animateur-"))
                .allSatisfy(
                        file -> assertThat(file.getValue()).doesNotContain("A-01", "A-02", "ATTENDEE", "ORGANIZER"));
    }

    private static String unfolded(String file) {
        return String.valueOf(FEEDS.files().get(file)).replace("\r\n ", "");
    }

    private static FeedSession feed(String etape, String animateur) {
        PublishedSession session = new PublishedSession(
                etape + "|2018-01-08|0", etape, "200072031", "Lieu", "02408", DAY, 540, 660, animateur, 0, 1, null);
        return new FeedSession(
                session, false, Instant.parse("2017-12-20T09:00:00Z"), true, "CA de la région", "Laon", 49.5, 3.6);
    }
}
