package fr.passerelle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PermutationTest {

    @Test
    void givesEachNumberOnceInAnotherOrderForAnotherSeed() {
        for (long bound : new long[] {1, 2, 3, 100, 4_096, 10_007}) {
            Permutation order = new Permutation(bound, 1);

            assertThat(LongStream.range(0, bound).map(order::at).sorted())
                    .containsExactly(LongStream.range(0, bound).boxed().toArray(Long[]::new));
        }
        assertThat(LongStream.range(0, 100).map(new Permutation(100, 1)::at).toArray())
                .isNotEqualTo(LongStream.range(0, 100)
                        .map(new Permutation(100, 2)::at)
                        .toArray());
    }
}
