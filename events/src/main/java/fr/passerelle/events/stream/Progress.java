package fr.passerelle.events.stream;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a partition has come: the highest journal number seen, the data records counted, the run that is open. */
final class Progress {

    private static final int NUMBERS = 2 * Long.BYTES;

    private long seq;
    private long seen;
    private byte @Nullable [] openRun;

    /** Nothing seen yet. */
    Progress() {}

    private Progress(long seq, long seen, byte @Nullable [] openRun) {
        this.seq = seq;
        this.seen = seen;
        this.openRun = openRun;
    }

    static Progress decode(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long seq = buffer.getLong();
        long seen = buffer.getLong();
        byte[] run = new byte[buffer.remaining()];
        buffer.get(run);
        return new Progress(seq, seen, run.length == 0 ? null : run);
    }

    byte[] encode() {
        byte[] run = openRun == null ? new byte[0] : openRun;
        return ByteBuffer.allocate(NUMBERS + run.length)
                .putLong(seq)
                .putLong(seen)
                .put(run)
                .array();
    }

    /** Whether this number is new, which it is but once: a record delivered again is not. */
    boolean advancesTo(long next) {
        if (next <= seq) {
            return false;
        }
        seq = next;
        return true;
    }

    void countData() {
        seen++;
    }

    /** Data records counted since the beginning of the log. */
    long seen() {
        return seen;
    }

    void open(byte[] runOpened) {
        openRun = runOpened;
    }

    void closeRun() {
        openRun = null;
    }

    /** RunOpened of the open run, framed. */
    Optional<byte[]> openRun() {
        return Optional.ofNullable(openRun);
    }
}
