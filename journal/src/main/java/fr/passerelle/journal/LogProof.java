package fr.passerelle.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.schemas.contract.Topics;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a run wrote, told twice: by the journal and by the topic as a reader of committed records sees it. The two are equal when each
 * partition has the same records, by seq and event id, once each and in the same order.
 */
public final class LogProof {

    private static final int PAGE = 10_000;
    private static final String JOURNAL = """
        select partition, seq, event_id from passerelle.journal
        where run_no = :runNo and type <> 'RunPublished' order by seq\
        """;

    private final JdbcClient jdbc;
    private final LogSettings settings;

    /** @param settings where the topic is */
    public LogProof(JdbcClient jdbc, LogSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * The records of one partition.
     *
     * @param count how many
     * @param hash over their seq and event id, in order
     */
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
                    new Topics(settings.namespace()).transitions().name(), record -> runNo(record) < runNo, record -> {
                        if (runNo(record) == runNo) {
                            sums.add(record.partition(), header(record, "seq"), header(record, "event_id"));
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
        try (CommittedReader reader = new CommittedReader(settings)) {
            reader.fromTheBeginning(new Topics(namespace).transitions().name(), record -> {
                sums.add(record.partition(), header(record, "seq"), header(record, "event_id"));
                return true;
            });
        }
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
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    /** Counts and digests on the way. */
    private static final class Sums {

        private final Map<Integer, MessageDigest> digests = new TreeMap<>();
        private final Map<Integer, Long> counts = new TreeMap<>();

        void add(int partition, String seq, String eventId) {
            digests.computeIfAbsent(partition, p -> sha256()).update((seq + ' ' + eventId + '\n').getBytes(UTF_8));
            counts.merge(partition, 1L, Long::sum);
        }

        Map<Integer, Slice> slices() {
            Map<Integer, Slice> slices = new TreeMap<>();
            digests.forEach((partition, digest) -> slices.put(
                    partition,
                    new Slice(counts.getOrDefault(partition, 0L), HexFormat.of().formatHex(digest.digest()))));
            return slices;
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Each Java platform has SHA-256", e);
            }
        }
    }
}
