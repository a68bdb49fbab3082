package fr.passerelle.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private static final int MANY = 12_345;

    private final AtomicInteger given = new AtomicInteger();

    @Test
    void handsOnAllItemsInTheirOrderThenNothing() {
        try (ReadAhead<Integer> ahead = new ReadAhead<>(upTo(MANY), () -> {})) {
            assertThat(all(ahead)).hasSize(MANY).isSorted().doesNotHaveDuplicates();
            assertThat(ahead.next()).isNull();
            assertThat(ahead.next()).isNull();
        }
    }

    @Test
    void failsWhereTheSourceFailedAndNotBefore() {
        IllegalStateException broken = new IllegalStateException("unreadable");
        Supplier<@Nullable Integer> source = () -> {
            if (given.incrementAndGet() > 700) {
                throw broken;
            }
            return given.get();
        };
        try (ReadAhead<Integer> ahead = new ReadAhead<>(source, () -> {})) {
            for (int i = 1; i <= 700; i++) {
                assertThat(ahead.next()).isEqualTo(i);
            }
            assertThatThrownBy(ahead::next).isSameAs(broken);
        }
    }

    @Test
    void readsNoFurtherAheadThanItMay() throws InterruptedException {
        try (ReadAhead<Integer> ahead = new ReadAhead<>(upTo(1_000_000), () -> {})) {
            assertThat(ahead.next()).isEqualTo(1);
            TimeUnit.MILLISECONDS.sleep(300);
            assertThat(given.get()).isLessThanOrEqualTo(500 * 22);
        }
    }

    @Test
    void closesItsSourceOnceNobodyReadsIt() throws InterruptedException {
        AtomicBoolean reading = new AtomicBoolean();
        AtomicBoolean closedWhileRead = new AtomicBoolean();
        CountDownLatch closed = new CountDownLatch(1);
        Supplier<@Nullable Integer> source = () -> {
            reading.set(true);
            Thread.onSpinWait();
            reading.set(false);
            return 1;
        };
        ReadAhead<Integer> ahead = new ReadAhead<>(source, () -> {
            closedWhileRead.set(reading.get());
            closed.countDown();
        });
        assertThat(ahead.next()).isEqualTo(1);
        ahead.close();

        assertThat(closed.await(0, TimeUnit.SECONDS)).isTrue();
        assertThat(closedWhileRead).isFalse();
    }

    private Supplier<@Nullable Integer> upTo(int most) {
        return () -> given.get() < most ? given.incrementAndGet() : null;
    }

    private static List<Integer> all(ReadAhead<Integer> ahead) {
        List<Integer> all = new ArrayList<>();
        for (Integer item = ahead.next(); item != null; item = ahead.next()) {
            all.add(item);
        }
        return all;
    }
}
