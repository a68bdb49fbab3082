package fr.passerelle.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.journal.Journal.EventId;
import fr.passerelle.journal.Relay.RelayRows;
import fr.passerelle.journal.Relay.WholeJournal;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.schemas.event.RunClosed;
import fr.passerelle.schemas.event.RunKind;
import fr.passerelle.schemas.event.RunOpened;
import fr.passerelle.schemas.fault.OutsideFault;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

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
            each(this::opening, reader);
        } else if (position < end() && slice.after(position, most, reader) == 0) {
            each(this::closing, reader);
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
        return seq == end() ? closing(last).eventId() : new WholeJournal(slice.jdbc()).eventId(seq);
    }

    @Override
    public String remedy() {
        return "écartez ce rejeu (« ./passerelle replay discard " + frame.id() + " ») et préparez-en un autre.";
    }

    private void each(IntFunction<JournalRow> ofPartition, Consumer<JournalRow> reader) {
        IntStream.range(0, frame.partitions()).mapToObj(ofPartition).forEach(reader);
    }

    private JournalRow opening(int partition) {
        return row(OPENING, partition, partition + 1, frame.opened(partition));
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

    /**
     * What a replay says of itself at both ends of its log, of as many partitions: its number, from 1, its id, R-000001, the month, YYYY-MM, the
     * barème, and the data records by partition that a reader must have seen; a partition without any may be missing.
     */
    public record ReplayFrame(
            long no, String id, String asOf, Bareme bareme, Map<Integer, Long> records, int partitions) {

        RunOpened opened(int partition) {
            return new RunOpened(
                    no, id, partition, RunKind.REPLAY, asOf, bareme.id(), bareme.sha256(), bareme.text(), List.of());
        }

        RunClosed closed(int partition) {
            long seen = records.getOrDefault(partition, 0L);
            return new RunClosed(no, id, partition, asOf, seen, seen);
        }
    }

    /** The data records of the journal up to a last seq, of some EPCIs (SIREN or SANS-EPCI; none for all), without the records about runs. */
    public record JournalSlice(JdbcClient jdbc, long head, List<String> epcis) {

        private static final String WITHIN = """
             and seq <= :head and type not in ('RunOpened', 'RunClosed', 'RunAbandoned', 'RunPublished')
             and (:all or epci = any(:epcis::text[]))\
            """;
        private static final String ROWS = JournalRow.page(WITHIN);
        private static final String COUNT = "select count(*) from passerelle.journal where seq > :after" + WITHIN;
        private static final int PAGE = 10_000;

        public JournalSlice {
            epcis = List.copyOf(epcis);
        }

        /** How many records each partition has that has any, and the SHA-256 over seq and event id of each of them, in order. */
        public record Extent(Map<Integer, Long> records, String sha256) {}

        /** Reads all of it; {@link OutsideFault} where a record is not what its id was made of: somebody altered it. */
        public Extent measure() {
            Map<Integer, Long> records = new TreeMap<>();
            MessageDigest digest = Sha256.digest();
            EventId ids = new EventId();
            all(row -> {
                requireGenuine(row, ids);
                records.merge(row.partition(), 1L, Long::sum);
                digest.update((row.seq() + " " + row.eventId() + "\n").getBytes(UTF_8));
            });
            return new Extent(records, Sha256.hex(digest));
        }

        /** A page of rows after a seq, in order, of at most so many; answers how many there were: none at the end. */
        long after(long seq, int most, Consumer<JournalRow> reader) {
            AtomicLong count = new AtomicLong();
            RowCallbackHandler read = row -> {
                count.incrementAndGet();
                reader.accept(JournalRow.of(row));
            };
            select(ROWS, seq).param("most", most).query(read);
            return count.get();
        }

        long count(long seq) {
            return select(COUNT, seq).query(Long.class).single();
        }

        private JdbcClient.StatementSpec select(String sql, long after) {
            return jdbc.sql(sql)
                    .param("after", after)
                    .param("head", head)
                    .param("all", epcis.isEmpty())
                    .param("epcis", epcis.toArray(String[]::new));
        }

        private void all(Consumer<JournalRow> reader) {
            AtomicLong last = new AtomicLong();
            Consumer<JournalRow> follow = row -> {
                last.set(row.seq());
                reader.accept(row);
            };
            while (after(last.get(), PAGE, follow) > 0) {
                // The next page begins where this one ended.
            }
        }

        private static void requireGenuine(JournalRow row, EventId ids) {
            if (!ids.of(row.subject(), row.subjectSeq(), row.payload())
                    .toString()
                    .equals(row.eventId())) {
                throw new OutsideFault(
                        "Le journal a été altéré : l'enregistrement de rang " + row.seq() + " (" + row.type()
                                + ") n'est plus celui que son identifiant désigne. Restaurez la base, puis"
                                + " recommencez.");
            }
        }
    }
}
