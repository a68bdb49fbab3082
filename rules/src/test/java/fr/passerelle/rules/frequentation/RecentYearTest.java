package fr.passerelle.rules.frequentation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.frequentation.RoomWindow.RecentYear;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.bareme.JeuDeRegles.Signalements;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecentYearTest {

    private static final Signalements THRESHOLDS =
            Baremes.load("2017-05").jeuDeRegles().signalements();

    /** Six of the last twelve, or as many as were open. */
    @ParameterizedTest
    @CsvSource({"12, 5, true", "12, 6, false", "5, 4, true", "5, 5, false", "0, 0, false", "12, 0, true"})
    void isThinUnderSixMonthsOrThoseThatWereOpen(int open, int observed, boolean thin) {
        assertThat(new RecentYear(open, observed, 1_000).isThin(THRESHOLDS)).isEqualTo(thin);
    }

    /** 99 and 100 a year; 8 a month in nine months are 96 a year, 9 are 108; where nothing was observed nothing is small. */
    @ParameterizedTest
    @CsvSource({"12, 99, true", "12, 100, false", "9, 72, true", "9, 81, false", "0, 0, false", "1, 8, true"})
    void isSmallUnderAHundredPresencesAYear(int observed, long presences, boolean small) {
        assertThat(new RecentYear(12, observed, presences).isSmall(THRESHOLDS)).isEqualTo(small);
    }
}
