package fr.passerelle.rules.frequentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {

    @Test
    void givesTheRestToTheLargestRemainderAndTheEarlierWhereEqual() {
        assertThat(LargestRemainder.split(100, new int[] {31, 28, 31})).containsExactly(35, 31, 34);
        assertThat(LargestRemainder.split(20_000, new int[] {31, 28, 31})).containsExactly(6889, 6222, 6889);
    }

    /** 4 × 3 ÷ 5 leaves 2, 4 × 2 ÷ 5 leaves 3. */
    @Test
    void givesTheRestToTheLargestRemainderAndNotToTheLargestWeight() {
        assertThat(LargestRemainder.split(4, new int[] {3, 2})).containsExactly(2, 2);
    }

    @Test
    void givesNothingWhereNothingWeighs() {
        assertThat(LargestRemainder.split(7, new int[] {0, 5, 0})).containsExactly(0, 7, 0);
    }

    @RepeatedTest(200)
    void sumsExactlyAndStaysWithinOneOfTheProportion(RepetitionInfo repetition) {
        Random random = Seeds.random(repetition);
        long total = random.nextLong(10_000_000);
        int[] weights = IntStream.range(0, 1 + random.nextInt(12))
                .map(i -> random.nextInt(32))
                .toArray();
        weights[random.nextInt(weights.length)] = 31;
        long sum = Arrays.stream(weights).sum();

        long[] shares = LargestRemainder.split(total, weights);

        assertThat(Arrays.stream(shares).sum()).isEqualTo(total);
        assertThat(IntStream.range(0, weights.length))
                .allSatisfy(
                        i -> assertThat(shares[i] - total * weights[i] / sum).isBetween(0L, 1L));
    }
}
