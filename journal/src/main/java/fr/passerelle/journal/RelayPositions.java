package fr.passerelle.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.schemas.contract.Topic;
import fr.passerelle.schemas.contract.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Where the relay is: the journal's seq that it wrote last and, as a header, the id of that row, in a record that commits with what it
 * wrote. The id tells a journal that came back from an older copy and grew again from the one that was relayed.
 */
public final class RelayPositions {

    private static final String EVENT_ID = "event_id";

    private final LogSettings settings;
    private final Topics topics;
    private final byte[] key;

    /** That of the relay of the journal. */
    public RelayPositions(LogSettings settings) {
        this(settings, "relay");
    }

    /** @param carrier of the rows */
    RelayPositions(LogSettings settings, String carrier) {
        this.key = carrier.getBytes(UTF_8);
        this.settings = settings;
        this.topics = new Topics(settings.namespace());
    }

    /**
     * A row that is on the log, and all before it.
     *
     * @param eventId empty where the position is older than this header
     */
    public record Relayed(long seq, String eventId) {}

    /** The record that says so. */
    ProducerRecord<byte[], byte[]> at(Relayed row) {
        return new ProducerRecord<>(
                topics.positions().name(),
                0,
                key,
                Long.toString(row.seq()).getBytes(UTF_8),
                List.of(new RecordHeader(EVENT_ID, row.eventId().getBytes(UTF_8))));
    }

    /** The rank of the last committed position; empty where there is none. */
    public OptionalLong last() {
        return lastRelayed().stream().mapToLong(Relayed::seq).findFirst();
    }

    /** The last committed position; empty where there is none. */
    public Optional<Relayed> lastRelayed() {
        AtomicReference<Optional<Relayed>> last = new AtomicReference<>(Optional.empty());
        try (CommittedReader reader = new CommittedReader(settings)) {
            reader.fromTheBeginning(topics.positions().name(), record -> {
                if (Arrays.equals(record.key(), key)) {
                    last.set(Optional.of(relayed(record)));
                }
                return true;
            });
        }
        return last.get();
    }

    private static Relayed relayed(ConsumerRecord<byte[], byte[]> record) {
        Header id = record.headers().lastHeader(EVENT_ID);
        return new Relayed(
                Long.parseLong(new String(record.value(), UTF_8)), id == null ? "" : new String(id.value(), UTF_8));
    }

    /** Whether a topic holds a committed record. Aborted ones and the markers of transactions do not count. */
    boolean holdsRecords(Topic topic) {
        AtomicBoolean any = new AtomicBoolean();
        try (CommittedReader reader = new CommittedReader(settings)) {
            reader.fromTheBeginning(topic.name(), record -> {
                any.set(true);
                return false;
            });
        }
        return any.get();
    }
}
