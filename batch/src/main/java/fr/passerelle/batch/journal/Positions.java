package fr.passerelle.batch.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.schemas.contract.Topics;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Where the relay is: the journal's seq that it wrote last, as a record that commits with what it wrote. */
public final class Positions {

    private static final byte[] KEY = "relay".getBytes(UTF_8);

    private final LogSettings settings;
    private final Topics topics;

    /** @param settings whose namespace it is */
    public Positions(LogSettings settings) {
        this.settings = settings;
        this.topics = new Topics(settings.namespace());
    }

    /** The record that says so. */
    ProducerRecord<byte[], byte[]> at(long seq) {
        return new ProducerRecord<>(
                topics.positions().name(), 0, KEY, Long.toString(seq).getBytes(UTF_8));
    }

    /** The last committed position; empty where there is none. */
    public OptionalLong last() {
        AtomicReference<OptionalLong> last = new AtomicReference<>(OptionalLong.empty());
        try (CommittedReader reader = new CommittedReader(settings)) {
            reader.fromTheBeginning(topics.positions().name(), record -> {
                last.set(OptionalLong.of(Long.parseLong(new String(record.value(), UTF_8))));
                return true;
            });
        }
        return last.get();
    }

    /** Whether the log holds a committed record. Aborted ones and the markers of transactions do not count. */
    public boolean logHoldsRecords() {
        AtomicBoolean any = new AtomicBoolean();
        try (CommittedReader reader = new CommittedReader(settings)) {
            reader.fromTheBeginning(topics.transitions().name(), record -> {
                any.set(true);
                return false;
            });
        }
        return any.get();
    }
}
