package fr.passerelle.batch.check;

import fr.passerelle.journal.JournalRow;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.contract.UndecodableRecord;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal from its first row to its last, each row decoded once, in the caller's transaction and never all in memory. */
public final class JournalReader {

    private static final int STEP = 2_000;

    private final JdbcClient jdbc;
    private final PayloadReader payloads;
    private final Progress progress;
    private long read;

    /** Is told now and then how far the reading is. */
    public interface Progress {

        /** @param total known length, at least {@code done} */
        void advance(long done, long total);
    }

    /** @param jdbc with a fetch size */
    public JournalReader(JdbcClient jdbc, PayloadReader payloads, Progress progress) {
        this.jdbc = jdbc;
        this.payloads = payloads;
        this.progress = progress;
    }

    /** Reads all of it; answers how many rows there were. */
    public long read(List<JournalRows> readers, long head) {
        RowCallbackHandler hand = result -> {
            JournalRow row = JournalRow.of(result);
            SpecificRecord record = decoded(row);
            readers.forEach(reader -> reader.take(row, record));
            if (++read % STEP == 0) {
                progress.advance(Math.min(read, head), head);
            }
        };
        jdbc.sql(JournalRow.ALL).query(hand);
        return read;
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
