package fr.passerelle.journal;

import fr.passerelle.journal.LogAgreement.RelayPositions;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.Topics.Topic;
import fr.passerelle.schemas.diagnostic.RunTrace.DiagnosticRun;
import fr.passerelle.schemas.fault.OutsideFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of the journal to Kafka, in order, each exactly once: rows and position commit in one Kafka transaction. Opening fences any relay
 * that was there before, and only then reads the position. One thread, beside which another reads the next rows.
 */
public final class Relay implements AutoCloseable {

    private final LogSettings settings;
    private final RelayRows rows;
    private final PagesAhead pages;
    private final Topics topics;
    private final RelayPositions positions;
    private final Map<Long, Integer> ids;
    private final Runnable beforeCommit;
    private final KafkaProducer<byte[], byte[]> producer;
    private long position;

    private Relay(LogSettings settings, RelayRows rows, Map<Long, Integer> ids, Runnable beforeCommit) {
        this.settings = settings;
        this.rows = rows;
        this.pages = new PagesAhead(rows, settings.transactionRows());
        this.ids = ids;
        this.beforeCommit = beforeCommit;
        this.topics = new Topics(settings.namespace());
        this.positions = new RelayPositions(settings, rows.carrier());
        this.producer = new KafkaProducer<>(
                producer(settings, rows.carrier()), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Opens the relay of a log, with the settings of its own namespace and the schemas of the live log; {@link OutsideFault} where Kafka does not
     * answer, or the topics are not those of these rows. What is to run before a commit does so in each transaction, when all its records are with
     * Kafka.
     */
    public static Relay open(LogSettings settings, RelayRows rows, SchemaRegistration schemas, Runnable beforeCommit) {
        Relay relay = new Relay(settings, rows, schemas.ids(), beforeCommit);
        try {
            relay.producer.initTransactions();
            relay.position = new LogAgreement(rows, settings).relayed();
            return relay;
        } catch (KafkaException | OutsideFault e) {
            relay.close();
            throw e instanceof KafkaException refused ? failed(refused) : e;
        }
    }

    /** Rows that are not on the log yet. */
    public long pending() {
        return rows.count(position);
    }

    /**
     * Relays the next rows, in one transaction; answers how many: 0 when the log has all. Where a record could not be written, {@link
     * OutsideFault}: none of this transaction is seen, and a new relay takes up from the last position.
     */
    public int relayNext() {
        Batch batch = new Batch();
        try {
            producer.beginTransaction();
            pages.after(position).forEach(batch::send);
            return batch.commit();
        } catch (KafkaException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        pages.close();
        producer.close(settings.patience());
    }

    private static OutsideFault failed(KafkaException e) {
        return new OutsideFault(
                "Le relais vers Kafka s'est arrêté (" + e.getMessage()
                        + ") ; rien de sa dernière transaction n'est visible. Vérifiez « ./passerelle status », puis"
                        + " reprenez.",
                e);
    }

    private static Map<String, Object> producer(LogSettings settings, String carrier) {
        Map<String, Object> properties = settings.kafka().with(Map.of());
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.namespace() + "." + carrier);
        properties.put(
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                Math.toIntExact(settings.transactionTimeout().toMillis()));
        properties.put(
                ProducerConfig.MAX_BLOCK_MS_CONFIG, settings.longPatience().toMillis());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        return properties;
    }

    /** One transaction: its rows, then the position; the first failed send fails it whole. */
    private final class Batch {

        private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        private long last = position;
        private String lastId = "";
        private int count;

        void send(JournalRow row) {
            producer.send(rows.sent(row, topics, ids), (metadata, e) -> failure.compareAndSet(null, e));
            last = row.seq();
            lastId = row.eventId();
            count++;
        }

        int commit() {
            if (count == 0) {
                producer.abortTransaction();
                return 0;
            }
            producer.send(
                    positions.at(new RelayPositions.Relayed(last, lastId)),
                    (metadata, e) -> failure.compareAndSet(null, e));
            producer.flush();
            refuseFailure();
            beforeCommit.run();
            producer.commitTransaction();
            position = last;
            return count;
        }

        private void refuseFailure() {
            Exception e = failure.get();
            if (e != null) {
                producer.abortTransaction();
                throw new KafkaException("Envoi refusé : " + e.getMessage(), e);
            }
        }
    }

    /** What a relay carries to Kafka: rows by rising seq. */
    public interface RelayRows {

        /** Who carries them: the key of its position, and the end of its transactional id. */
        default String carrier() {
            return "relay";
        }

        /** The topic that holds the first of them once any is relayed. */
        default Topic firstTopic(Topics topics) {
            return topics.transitions();
        }

        /** A row as it is sent, with the registry's id of its schema, by fingerprint; {@link OutsideFault} where it has none. */
        default ProducerRecord<byte[], byte[]> sent(JournalRow row, Topics topics, Map<Long, Integer> ids) {
            return row.toRecord(topics, ids);
        }

        /**
         * Hands on the next rows after a position, in order, about as many as wanted: fewer where they are large, none only at the end. Rows of one
         * seq are never parted, so that a position says all.
         */
        void after(long position, int most, Consumer<JournalRow> reader);

        /** How many stand after a position. */
        default long count(long position) {
            return end() - position;
        }

        /** The last seq; 0 where there is none. */
        long end();

        /** The id of the last row of a seq; empty where there is none. */
        String eventId(long seq);

        /** What to do when the log and these rows do not agree: the end of a French sentence. */
        default String remedy() {
            return "reconstruisez les topics (« ./passerelle rebuild-topics »).";
        }
    }

    /** The journal from its beginning to its present end: the live log carries all of it. */
    public record WholeJournal(JdbcClient jdbc) implements RelayRows {

        private static final String AFTER = JournalRow.page("");

        @Override
        public void after(long position, int most, Consumer<JournalRow> reader) {
            RowCallbackHandler read = row -> reader.accept(JournalRow.of(row));
            jdbc.sql(AFTER).param("after", position).param("most", most).query(read);
        }

        @Override
        public long end() {
            return jdbc.sql("select coalesce(max(seq), 0) from passerelle.journal")
                    .query(Long.class)
                    .single();
        }

        @Override
        public String eventId(long seq) {
            return jdbc.sql("select event_id::text from passerelle.journal where seq = :seq")
                    .param("seq", seq)
                    .query(String.class)
                    .optional()
                    .orElse("");
        }
    }

    /**
     * Rows page by page, the next page read while the last one is on its way. It keeps two pages at most. Rows are read by a thread of its
     * own, hence outside the caller's transaction: what they tell must be committed.
     */
    static final class PagesAhead implements AutoCloseable {

        private final RelayRows rows;
        private final int most;
        private final ExecutorService reader = Executors.newSingleThreadExecutor(DiagnosticRun.threads("relay-reader"));
        private @Nullable Ahead ahead;

        /** A page that is being read. */
        private record Ahead(long position, Future<List<JournalRow>> page) {}

        /** @param most how many rows a page is wanted to have */
        PagesAhead(RelayRows rows, int most) {
            this.rows = rows;
            this.most = most;
        }

        /** The page after a position; empty when nothing stands there now. */
        List<JournalRow> after(long position) {
            List<JournalRow> page = readAhead(position);
            if (page.isEmpty()) {
                page = get(submit(position));
            }
            if (!page.isEmpty()) {
                long last = page.getLast().seq();
                ahead = new Ahead(last, submit(last));
            }
            return page;
        }

        /** What was read ahead after this very position; a transaction that failed begins again where it had begun. */
        private List<JournalRow> readAhead(long position) {
            Ahead read = ahead;
            ahead = null;
            return read == null || read.position() != position ? List.of() : get(read.page());
        }

        private Future<List<JournalRow>> submit(long position) {
            return reader.submit(() -> {
                List<JournalRow> page = new ArrayList<>(most);
                rows.after(position, most, page::add);
                return page;
            });
        }

        private static List<JournalRow> get(Future<List<JournalRow>> page) {
            try {
                return page.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure
                        ? failure
                        : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while the journal was read", e);
            }
        }

        @Override
        public void close() {
            reader.shutdownNow();
        }
    }
}
