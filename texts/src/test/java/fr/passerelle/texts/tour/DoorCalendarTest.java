package fr.passerelle.texts.tour;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.texts.tour.SessionEvent.State;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;

class DoorCalendarTest {

    private static final LocalDate DAY = LocalDate.of(2018, 1, 30);

    @Test
    void listsByMonthWhatIsHeld() {
        var document = DoorCalendar.of(List.of(
                Sessions.at(1, DAY.plusDays(2), 840, 2, State.CONFIRMED),
                Sessions.at(0, DAY, 570, 0, State.CONFIRMED),
                Sessions.at(2, DAY.plusDays(1), 570, 1, State.CANCELLED)));

        assertThat(document.asText().replace('\u00a0', ' '))
                .containsSubsequence(
                        "Reconstitution",
                        "janvier 2018",
                        "mardi 30 janvier, de 9 h 30 à 11 h 30",
                        "février 2018",
                        "jeudi 1er février, de 14 h 00 à 16 h 00",
                        "Calendrier du 20 décembre 2017")
                .doesNotContain("31 janvier");
    }

    /** A later calendar says its own sessions anew and leaves the others: they stand. */
    @Test
    void keepsWhatWasToldEarlierAndStillStands() {
        Instant later = DAY.minusDays(7).atTime(23, 30).toInstant(ZoneOffset.UTC);
        var document = DoorCalendar.of(List.of(
                Sessions.at(0, DAY.minusDays(7), 570, 0, State.CONFIRMED),
                Sessions.at(1, DAY.minusDays(6), 570, 0, State.CONFIRMED),
                Sessions.told(later, Sessions.at(2, DAY, 570, 1, State.CONFIRMED))));

        assertThat(document.asText().replace('\u00a0', ' '))
                .containsSubsequence("mercredi 24 janvier", "mardi 30 janvier", "Calendrier du 24 janvier 2018")
                .doesNotContain("mardi 23 janvier");
    }

    @Test
    void saysWhereNothingIsHeld() {
        assertThat(DoorCalendar.of(List.of(Sessions.at(0, DAY, 570, 1, State.CANCELLED)))
                        .asText())
                .contains("Aucune séance");
    }

    /** Twelve weeks of the busiest étape, on one page, the same twice. */
    @Test
    void fitsAPage() throws IOException {
        var document = DoorCalendar.of(IntStream.range(0, 36)
                .mapToObj(rank -> Sessions.at(rank, DAY.plusDays(rank * 7L / 3), 570, 0, State.CONFIRMED))
                .toList());
        byte[] pdf = document.asPdf("");

        try (var read = Loader.loadPDF(pdf)) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(document.asPdf("")).isEqualTo(pdf);
    }
}
