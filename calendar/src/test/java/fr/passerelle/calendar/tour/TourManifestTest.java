package fr.passerelle.calendar.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class TourManifestTest {

    private static final TourManifest MANIFEST = new TourManifest(
            1,
            "ab",
            "cd",
            "2017-12",
            LocalDate.of(2018, 1, 8),
            LocalDate.of(2018, 1, 18),
            4,
            "ef",
            null,
            null,
            new TreeMap<>(),
            null);

    @ParameterizedTest
    @CsvSource({
        "2018-01-07, false",
        "2018-01-08, false",
        "2018-01-19, false",
        "2018-01-20, true",
        "2018-02-04, true",
        "2018-02-05, false"
    })
    void speaksOfItsOwnWeeksAndOfNothingThatWasToldForTheDayOfItsPlanOrTheNext(LocalDate day, boolean speaks) {
        assertThat(MANIFEST.maySpeakOf(day)).isEqualTo(speaks);
        assertThat(MANIFEST.earliest()).isEqualTo("2018-01-19");
    }

    /** Published two days later, on a Saturday. */
    @ParameterizedTest
    @CsvSource({"2018-01-21, true", "2018-01-22, false"})
    void leavesWhatHasComeNearBeforeItIsPublished(LocalDate day, boolean fact) {
        assertThat(MANIFEST.isFact(day, LocalDate.of(2018, 1, 20))).isEqualTo(fact);
    }

    /** What machines and the database are told of it is what it froze, and nothing that follows of it. */
    @Test
    void isKeptAsItsComponents() {
        String kept = JsonMapper.shared().writeValueAsString(MANIFEST);

        assertThat(JsonMapper.shared().readValue(kept, TourManifest.class)).isEqualTo(MANIFEST);
        assertThat(kept).contains("animateursHash").doesNotContain("kind", "inputs", "earliest");
        assertThat(MANIFEST.inputs()).containsExactly(Map.entry("animateurs", "ef"));
    }
}
