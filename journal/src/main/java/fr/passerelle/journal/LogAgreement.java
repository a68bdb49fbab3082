package fr.passerelle.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.journal.Relay.RelayRows;
import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.Topics.Topic;
import fr.passerelle.schemas.fault.OutsideFault;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the log on Kafka is the one that this journal wrote: asked before a run writes anything, since a database that came back from an
 * older copy grows again over ranks that the log already has.
 */
public final class LogAgreement {

    private final RelayRows rows;
    private final RelayPositions positions;
    private final Topic first;

    /** @param settings whose namespace it is */
    public LogAgreement(RelayRows rows, LogSettings settings) {
        this.rows = rows;
        this.positions = new RelayPositions(settings, rows.carrier());
        this.first = rows.firstTopic(new Topics(settings.namespace()));
    }

    /** The rank that was relayed last, 0 for none; {@link OutsideFault} names the remedy where the log is not this journal's. */
    public long relayed() {
        Optional<RelayPositions.Relayed> last = positions.lastRelayed();
        if (last.isPresent()) {
            return checked(last.get(), rows);
        }
        if (positions.holdsRecords(first)) {
            throw new OutsideFault(
                    "Le relais ne sait plus où il en était (le topic des positions est vide) alors que le "
                            + "journal est déjà sur Kafka : " + rows.remedy());
        }
        return 0;
    }

    /** @throws OutsideFault when this row is not the journal's */
    static long checked(RelayPositions.Relayed last, RelayRows rows) {
        long head = rows.end();
        if (last.seq() > head) {
            throw new OutsideFault("Kafka est en avance sur la base (rang " + last.seq()
                    + " relayé, le journal finit à " + head + ") : la base a été restaurée ; " + rows.remedy());
        }
        if (last.seq() < 0 || last.eventId().isEmpty()) {
            throw new OutsideFault("Le topic des positions ne dit pas quel enregistrement est relayé : ce n'est pas le"
                    + " relais qui l'a écrit ; " + rows.remedy());
        }
        if (!last.eventId().equals(rows.eventId(last.seq()))) {
            throw new OutsideFault("Kafka a un autre journal que la base (au rang " + last.seq()
                    + ", ce n'est pas le même enregistrement) : la base a été restaurée ; " + rows.remedy());
        }
        return last.seq();
    }

    /**
     * Where the relay is: the journal's seq that it wrote last and, as a header, the id of that row, in a record that commits with what it
     * wrote. The id tells a journal that came back from an older copy and grew again from the one that was relayed.
     */
    public static final class RelayPositions {

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

        /** A row that is on the log, and all before it: seq -1 and no event id where its record does not tell, which none of this program's is. */
        public record Relayed(long seq, String eventId) {

            static Relayed of(ConsumerRecord<byte[], byte[]> record) {
                String seq = record.value() == null ? "" : new String(record.value(), UTF_8);
                return new Relayed(
                        seq.matches("\\d{1,18}") ? Long.parseLong(seq) : -1,
                        CommittedReader.text(record.headers().lastHeader(EVENT_ID)));
            }
        }

        /** The record that says so. */
        ProducerRecord<byte[], byte[]> at(Relayed row) {
            return new ProducerRecord<>(
                    topics.positions().name(),
                    0,
                    key,
                    Long.toString(row.seq()).getBytes(UTF_8),
                    List.of(new RecordHeader(EVENT_ID, row.eventId().getBytes(UTF_8))));
        }

        /** The rank of the last committed position; 0 where there is none, or it does not tell. */
        public long last() {
            return lastRelayed().map(Relayed::seq).filter(seq -> seq >= 0).orElse(0L);
        }

        /** The last committed position; empty where there is none. */
        Optional<Relayed> lastRelayed() {
            AtomicReference<Optional<Relayed>> last = new AtomicReference<>(Optional.empty());
            Consumer<ConsumerRecord<byte[], byte[]>> take = record -> {
                if (Arrays.equals(record.key(), key)) {
                    last.set(Optional.of(Relayed.of(record)));
                }
            };
            CommittedReader.each(settings, take, topics.positions());
            return last.get();
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

    /**
     * What a run wrote, told twice: by the journal and by the topic as a reader of committed records sees it. The two are equal when each
     * partition has the same records, by seq and event id, once each and in the same order.
     */
    public record LogProof(JdbcClient jdbc, LogSettings settings) {

        private static final int PAGE = 10_000;
        private static final String JOURNAL = """
            select partition, seq, event_id from passerelle.journal
            where run_no = :runNo and type <> 'RunPublished' order by seq\
            """;

        /** The records of one partition: how many, and the hash over their seq and event id, in order. */
        public record Slice(long count, String hash) {}

        /** Where a topic does not hold the records of the journal, once each and in their order. */
        public static List<String> gaps(Map<Integer, Slice> written, Map<Integer, Slice> seen) {
            TreeSet<Integer> partitions = new TreeSet<>(written.keySet());
            partitions.addAll(seen.keySet());
            Slice none = new Slice(0, "");
            List<String> gaps = new ArrayList<>();
            for (int p : partitions) {
                Slice here = written.getOrDefault(p, none);
                Slice there = seen.getOrDefault(p, none);
                if (here.count() != there.count()) {
                    gaps.add("partition " + p + " : enregistrements du journal " + here.count() + ", du topic "
                            + there.count());
                } else if (!here.hash().equals(there.hash())) {
                    gaps.add("partition " + p + " : le topic n'a pas les enregistrements du journal dans leur ordre");
                }
            }
            return gaps;
        }

        /** By partition, what the journal holds of a run; its publication, which goes elsewhere, apart. */
        public Map<Integer, Slice> journal(long runNo) {
            Sums sums = new Sums();
            RowCallbackHandler add = row -> sums.add(row.getInt(1), row.getString(2), row.getString(3));
            jdbc.sql(JOURNAL).param("runNo", runNo).query(add);
            return sums.slices();
        }

        /** By partition, what the topic holds of a run since the last record of an earlier one: runs follow each other on the log. */
        public Map<Integer, Slice> topic(long runNo) {
            Sums sums = new Sums();
            try (CommittedReader reader = new CommittedReader(settings)) {
                reader.recent(
                        new Topics(settings.namespace()).transitions().name(),
                        record -> runNo(record) < runNo,
                        record -> {
                            if (runNo(record) == runNo) {
                                sums.add(record);
                            }
                            return true;
                        });
            }
            return sums.slices();
        }

        /** By partition, what the topic of a replay must hold. */
        public Map<Integer, Slice> expected(FramedSlice slice) {
            Sums sums = new Sums();
            AtomicLong last = new AtomicLong();
            while (last.get() < slice.end()) {
                slice.after(last.get(), PAGE, row -> {
                    sums.add(row.partition(), Long.toString(row.seq()), row.eventId());
                    last.set(row.seq());
                });
            }
            return sums.slices();
        }

        /** By partition, all that the topic of a namespace holds. */
        public Map<Integer, Slice> topic(String namespace) {
            Sums sums = new Sums();
            CommittedReader.each(settings, sums::add, new Topics(namespace).transitions());
            return sums.slices();
        }

        /** Whose record it is; what the relay did not write belongs to no run and stands before none. */
        private static long runNo(ConsumerRecord<byte[], byte[]> record) {
            try {
                return Long.parseLong(header(record, "run_no"));
            } catch (NumberFormatException e) {
                return Long.MAX_VALUE;
            }
        }

        private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
            return CommittedReader.text(record.headers().lastHeader(name));
        }

        /** Counts and digests on the way. */
        private static final class Sums {

            private final Map<Integer, MessageDigest> digests = new TreeMap<>();
            private final Map<Integer, Long> counts = new TreeMap<>();

            void add(ConsumerRecord<byte[], byte[]> record) {
                add(record.partition(), header(record, "seq"), header(record, "event_id"));
            }

            void add(int partition, String seq, String eventId) {
                digests.computeIfAbsent(partition, p -> Sha256.digest())
                        .update((seq + ' ' + eventId + '\n').getBytes(UTF_8));
                counts.merge(partition, 1L, Long::sum);
            }

            Map<Integer, Slice> slices() {
                Map<Integer, Slice> slices = new TreeMap<>();
                digests.forEach((partition, digest) ->
                        slices.put(partition, new Slice(counts.getOrDefault(partition, 0L), Sha256.hex(digest))));
                return slices;
            }
        }
    }
}
