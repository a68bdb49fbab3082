package fr.passerelle.events.stream;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;

/** How far a partition has come: the highest journal number seen, the data records counted, the run that is open. All in its store. */
final class Progress {

    private static final String POSITION = "position";
    private static final String OPEN_RUN = "run";
    private static final int NUMBERS = 2 * Long.BYTES;

    private final KeyValueStore<String, byte[]> store;

    Progress(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** The highest journal number seen, 0 before any. */
    private long seq() {
        byte[] position = store.get(POSITION);
        return position == null ? 0 : ByteBuffer.wrap(position).getLong();
    }

    /** Data records counted since the beginning of the log. */
    long seen() {
        byte[] position = store.get(POSITION);
        return position == null ? 0 : ByteBuffer.wrap(position).getLong(Long.BYTES);
    }

    /** Whether this number is new, which it is but once: a record delivered again is not. */
    boolean advancesTo(long next) {
        if (next <= seq()) {
            return false;
        }
        put(next, seen());
        return true;
    }

    void countData() {
        put(seq(), seen() + 1);
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

    private void put(long seq, long seen) {
        store.put(
                POSITION,
                ByteBuffer.allocate(NUMBERS).putLong(seq).putLong(seen).array());
    }
}
