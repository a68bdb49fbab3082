package fr.passerelle.events.stream;

import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.diagnostic.RunTrace;
import fr.passerelle.schemas.diagnostic.RunTrace.DiagnosticRun;
import fr.passerelle.schemas.event.RunAbandoned;
import fr.passerelle.schemas.event.RunClosed;
import fr.passerelle.schemas.event.RunOpened;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** Folds one partition of the log, each record once, and when a run closes answers with what changed. */
final class PartitionFold {

    private final Progress progress;
    private final PartitionFacts subjects;
    private final RunClosing closing;

    PartitionFold(RecordCodec codec, Outbox outbox, ProcessorContext<String, Outbox.OutgoingRecord> context) {
        this.progress = new Progress(context.getStateStore(EventsTopology.PROGRESS));
        this.subjects = new PartitionFacts(
                context.getStateStore(EventsTopology.SUBJECTS), context.getStateStore(EventsTopology.MONTHS), codec);
        EmittedResults emitted = new EmittedResults(context.getStateStore(EventsTopology.EMITTED));
        this.closing = new RunClosing(codec, subjects, emitted, outbox);
    }

    /** @param timestamp when the record was written, which its results carry too */
    void take(Transition transition, long timestamp) {
        if (progress.advancesTo(transition.seq())) {
            apply(transition, timestamp);
        }
    }

    private void apply(Transition transition, long timestamp) {
        switch (transition.record()) {
            case RunOpened opened -> progress.open(transition.value());
            case RunClosed closed -> {
                DiagnosticRun.begin(closed.getRunId());
                try (RunTrace.Work scores = RunTrace.begin("score")) {
                    closing.answer(closed, progress, timestamp);
                }
                progress.closeRun();
                DiagnosticRun.end();
            }
            case RunAbandoned abandoned -> progress.closeRun();
            default -> {
                subjects.take(transition);
                progress.countData();
            }
        }
    }

    /** How far a partition has come: the highest journal number seen, the data records counted, the run that is open. All in its store. */
    record Progress(KeyValueStore<String, byte[]> store) {

        private static final String POSITION = "position";
        private static final String OPEN_RUN = "run";

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

        private void put(long seq, long seen) {
            store.put(
                    POSITION,
                    ByteBuffer.allocate(2 * Long.BYTES)
                            .putLong(seq)
                            .putLong(seen)
                            .array());
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
            put(next, here.seen());
            return true;
        }

        void countData() {
            Position here = position();
            put(here.seq(), here.seen() + 1);
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
    }
}
