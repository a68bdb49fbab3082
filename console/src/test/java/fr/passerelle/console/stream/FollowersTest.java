package fr.passerelle.console.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.junit.jupiter.api.Test;

/** A log of two partitions where nothing comes. */
class FollowersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MockConsumer<byte[], byte[]> consumer = SmallLog.endingAt(9, 4);
    private final Streams streams = mock(Streams.class);
    private final Followers followers = new Followers(streams);

    @Test
    void leavesWhenTheReaderIsGone() {
        follow(() -> true, new PrintWriter(new Gone()));

        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void leavesWhenTheAccountMayNoLonger() {
        StringWriter read = new StringWriter();

        follow(() -> false, new PrintWriter(read));

        assertThat(read.toString()).startsWith("retry: 3000").endsWith(": pouls\n\n");
        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void leavesPlacesToOthers() {
        for (int i = 0; i < Followers.FOR_AN_ACCOUNT; i++) {
            assertThat(followers.enter("c-1")).isTrue();
        }

        assertThat(followers.enter("c-1")).isFalse();
        assertThat(followers.enter("c-2")).isTrue();
        followers.leave("c-1");
        assertThat(followers.enter("c-1")).isTrue();
    }

    @Test
    void hasNoMoreThanItCanServe() {
        for (int i = 0; i < Followers.MOST; i++) {
            assertThat(followers.enter("c-" + i)).isTrue();
        }

        assertThat(followers.enter("c-99")).isFalse();
        followers.leave("c-0");
        assertThat(followers.enter("c-99")).isTrue();
    }

    private void follow(BooleanSupplier may, PrintWriter out) {
        when(streams.reader(Streams.FOLLOWING)).thenReturn(new Streams.Reader(consumer, List.of(SmallLog.TOPIC)));

        assertTimeoutPreemptively(PATIENCE, () -> followers.follow("", may, out));
    }

    /** A connection that the other side has closed. */
    private static final class Gone extends Writer {

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("Broken pipe");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
