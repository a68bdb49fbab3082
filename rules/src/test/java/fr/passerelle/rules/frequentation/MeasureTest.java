package fr.passerelle.rules.frequentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stores of rooms hold these places: none may ever change. */
class MeasureTest {

    @ParameterizedTest
    @CsvSource({
        "SESSIONS,0", "SESSION_HOURS,1", "PRESENCES,2",
        "PERSON_HOURS,3", "SCOLAIRES,4", "REGISTERED,5",
        "DISTINCT_PEOPLE,6"
    })
    void aMeasureKeepsItsPlace(Measure measure, int place) {
        assertThat(measure.place()).isEqualTo(place);
    }

    @Test
    void placesFollowEachOtherWithoutAGap() {
        int[] places = Arrays.stream(Measure.values())
                .mapToInt(Measure::place)
                .sorted()
                .toArray();

        assertThat(places).isEqualTo(IntStream.range(0, places.length).toArray());
    }
}
