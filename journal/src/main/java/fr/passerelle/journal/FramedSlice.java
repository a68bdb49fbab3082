package fr.passerelle.journal;

import fr.passerelle.schemas.contract.Records;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificRecord;

/**
 * A slice of the journal as the log of a replay: one RunOpened a partition, the slice's rows under their own seq, one RunClosed a
 * partition. The journal's first record always opens a run, so its seq is free for the opening; the closing follows the slice's head.
 */
public final class FramedSlice implements RelayRows {

    private static final long OPENING = 1;

    private final JournalSlice slice;
    private final ReplayFrame frame;
    private final Records records = new Records();
    private final EventId ids = new EventId();

    /** One slice in its frame; one thread. */
    public FramedSlice(JournalSlice slice, ReplayFrame frame) {
        this.slice = slice;
        this.frame = frame;
    }

    @Override
    public void after(long position, int most, Consumer<JournalRow> reader) {
        if (position < OPENING) {
            open(reader);
        } else if (position < end() && slice.after(position, most, reader) == 0) {
            close(reader);
        }
    }

    @Override
    public long count(long position) {
        return (position < OPENING ? frame.partitions() : 0)
                + slice.count(position)
                + (position < end() ? frame.partitions() : 0);
    }

    @Override
    public long end() {
        return slice.head() + 1;
    }

    @Override
    public String eventId(long seq) {
        int last = frame.partitions() - 1;
        if (seq == OPENING) {
            return opening(last).eventId();
        }
        return seq == end() ? closing(last).eventId() : slice.eventId(seq);
    }

    @Override
    public String remedy() {
        return "écartez ce rejeu (« ./passerelle replay discard " + frame.id() + " ») et préparez-en un autre.";
    }

    private void open(Consumer<JournalRow> reader) {
        IntStream.range(0, frame.partitions()).forEach(p -> reader.accept(opening(p)));
    }

    private JournalRow opening(int partition) {
        return row(OPENING, partition, partition + 1, frame.opened(partition));
    }

    private void close(Consumer<JournalRow> reader) {
        IntStream.range(0, frame.partitions()).forEach(p -> reader.accept(closing(p)));
    }

    private JournalRow closing(int partition) {
        return row(end(), partition, frame.partitions() + partition + 1, frame.closed(partition));
    }

    private JournalRow row(long seq, int partition, long rank, SpecificRecord record) {
        String subject = JournalRow.RUN + frame.id();
        byte[] payload = records.encode(record);
        return new JournalRow(
                seq,
                ids.of(subject, rank, payload).toString(),
                partition,
                subject,
                rank,
                record.getSchema().getName(),
                payload,
                SchemaNormalization.parsingFingerprint64(record.getSchema()),
                frame.no(),
                "");
    }
}
