package fr.passerelle.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasureSeriesTest {

    @Test
    void tellsTheMiddleAndBothEnds() {
        MeasureSeries odd = new MeasureSeries(List.of(9.0, 1.0, 4.0));

        assertThat(List.of(odd.min(), odd.median(), odd.max())).containsExactly(1.0, 4.0, 9.0);
        assertThat(new MeasureSeries(List.of(1.0, 4.0, 2.0, 9.0)).median()).isEqualTo(3.0);
    }

    @Test
    void refusesNoMeasureAtAll() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MeasureSeries(List.of()));
    }
}
