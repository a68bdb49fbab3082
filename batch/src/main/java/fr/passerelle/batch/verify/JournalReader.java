package fr.passerelle.batch.verify;

import fr.passerelle.journal.JournalRow;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.contract.Records.UndecodableRecord;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The journal from its first row to its last, each row decoded once, in the caller's transaction and never all in memory.
 *
 * @param jdbc with a fetch size
 * @param progress is told now and then how many rows are read, and of how many at least
 */
public record JournalReader(JdbcClient jdbc, PayloadReader payloads, BiConsumer<Long, Long> progress) {

    private static final int STEP = 2_000;

    /** Reads all of it; answers how many rows there were. */
    public long read(List<JournalRows> readers, long head) {
        AtomicLong read = new AtomicLong();
        RowCallbackHandler hand = result -> {
            JournalRow row = JournalRow.of(result);
            SpecificRecord record = decoded(row);
            readers.forEach(reader -> reader.take(row, record));
            if (read.incrementAndGet() % STEP == 0) {
                progress.accept(Math.min(read.get(), head), head);
            }
        };
        jdbc.sql(JournalRow.ALL).query(hand);
        return read.get();
    }

    private @Nullable SpecificRecord decoded(JournalRow row) {
        try {
            return payloads.read(row.payload(), row.fingerprint());
        } catch (UndecodableRecord e) {
            return null;
        }
    }

    /** What is done with each row of the journal, in order. */
    public interface JournalRows {

        /** @param record what its bytes say; null when nobody can read them */
        void take(JournalRow row, @Nullable SpecificRecord record);
    }
}
