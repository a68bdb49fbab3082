package fr.passerelle.console.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentageTest {

    @ParameterizedTest
    @CsvSource({"0,0,0.0", "0,9,0.0", "9,9,100.0", "1,3,33.3", "4,1000,0.4", "1,10000,0.1", "9999,10000,99.9"})
    void takesNeitherALittleForNothingNorTheMostForAll(int part, int whole, String percent) {
        assertThat(Percentage.of(part, whole)).isEqualTo(percent);
    }
}
