package fr.passerelle.rules.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.explanation.AttendanceLevers.SmallestNumber;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SmallestNumberTest {

    @Test
    void findsEachThresholdUpToTheBound() {
        for (int bound = 1; bound <= 70; bound++) {
            for (int threshold = 1; threshold <= bound; threshold++) {
                int least = threshold;
                assertThat(SmallestNumber.from1(bound, n -> n >= least)).hasValue(threshold);
            }
        }
    }

    @Test
    void findsNothingBeyondTheBoundByOneTrial() {
        AtomicInteger trials = new AtomicInteger();

        assertThat(SmallestNumber.from1(20_000, n -> trials.incrementAndGet() > 0 && n > 20_000))
                .isEmpty();
        assertThat(trials).hasValue(1);
    }

    @Test
    void triesNothingWhereNothingMayBeTried() {
        assertThat(SmallestNumber.from1(0, n -> true)).isEmpty();
    }
}
