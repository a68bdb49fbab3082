package fr.passerelle.batch.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RanksTest {

    @Test
    void countsEqualsFromOne() {
        Ranks ranks = new Ranks();

        assertThat(ranks.next("a")).isEqualTo(1);
        assertThat(ranks.next("b")).isEqualTo(1);
        assertThat(ranks.next(new StringBuilder("a"))).isEqualTo(2);
    }

    @Test
    void remembersAHundredThousandTexts() {
        Ranks ranks = new Ranks();

        assertThat(IntStream.range(0, 100_000).map(i -> ranks.next("salle|" + i)))
                .containsOnly(1);
        assertThat(IntStream.range(0, 100_000).map(i -> ranks.next("salle|" + i)))
                .containsOnly(2);
    }
}
