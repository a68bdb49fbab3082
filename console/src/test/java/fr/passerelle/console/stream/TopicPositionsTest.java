package fr.passerelle.console.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicPositionsTest {

    @Test
    void readsBackWhatItWrote() {
        String text = "t0:120,t11:9,p3:0";

        TopicPositions positions = TopicPositions.read(text).orElseThrow();

        assertThat(positions.text()).isEqualTo(text);
        assertThat(positions.next()).containsEntry(new SourcePartition(Source.PLANS, 3), 0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t0", "t0:", "x0:1", "t-1:1", "t0:1,", "t0:99999999999999999999", "t0:1;drop"})
    void readsNothingElse(String foreign) {
        assertThat(TopicPositions.read(foreign)).isEmpty();
    }
}
