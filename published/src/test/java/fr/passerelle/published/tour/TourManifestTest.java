package fr.passerelle.published.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            new TreeMap<>());

    @ParameterizedTest
    @CsvSource({
        "2018-01-07, false, false",
        "2018-01-08, true, false",
        "2018-01-17, true, false",
        "2018-01-18, true, true",
        "2018-02-04, true, true",
        "2018-02-05, false, false"
    })
    void speaksOfItsOwnWeeksAndOfStopsItDoesNotServeOnlyAhead(LocalDate day, boolean served, boolean vanished) {
        assertThat(MANIFEST.maySpeakOf(day, true)).isEqualTo(served);
        assertThat(MANIFEST.maySpeakOf(day, false)).isEqualTo(vanished);
    }
}
