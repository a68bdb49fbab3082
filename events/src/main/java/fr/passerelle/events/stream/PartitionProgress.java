package fr.passerelle.events.stream;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;

/** How far a partition has come: the highest journal number seen, the data records counted, the run that is open. All in its store. */
final class PartitionProgress {

    private static final String POSITION = "position";
    private static final String OPEN_RUN = "run";
    private static final int NUMBERS = 2 * Long.BYTES;

    private final KeyValueStore<String, byte[]> store;

    PartitionProgress(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** The highest journal number seen, and data records counted; 0 before any. */
    private record Position(long seq, long seen) {}

    private Position position() {
        byte[] position = store.get(POSITION);
        if (position == null) {
            return new Position(0, 0);
        }
        ByteBuffer numbers = ByteBuffer.wrap(position);
        return new Position(numbers.getLong(), numbers.getLong());
    }

    /** Data records counted since the beginning of the log. */
    long seen() {
        return position().seen();
    }

    /** Whether this number is new, which it is but once: a record delivered again is not. */
    boolean advancesTo(long next) {
        Position here = position();
        if (next <= here.seq()) {
            return false;
        }
        put(new Position(next, here.seen()));
        return true;
    }

    void countData() {
        Position here = position();
        put(new Position(here.seq(), here.seen() + 1));
    }

    void open(byte[] runOpened) {
        store.put(OPEN_RUN, runOpened);
    }

    void closeRun() {
        store.delete(OPEN_RUN);
    }

    /** RunOpened of the open run, framed. */
    Optional<byte[]> openRun() {
        return Optional.ofNullable(store.get(OPEN_RUN));
    }

    private void put(Position position) {
        store.put(
                POSITION,
                ByteBuffer.allocate(NUMBERS)
                        .putLong(position.seq())
                        .putLong(position.seen())
                        .array());
    }
}
