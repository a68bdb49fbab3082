package fr.passerelle.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The data records of the journal up to a seq, of all EPCIs or of some, without the records about runs. */
public final class JournalSlice {

    private static final String WITHIN = """
         and seq <= :head and type not in ('RunOpened', 'RunClosed', 'RunAbandoned', 'RunPublished')
         and (:all or epci = any(:epcis::text[]))\
        """;
    private static final String ROWS = JournalRow.page(WITHIN);
    private static final String COUNT = "select count(*) from passerelle.journal where seq > :after" + WITHIN;
    private static final int PAGE = 10_000;

    private final JdbcClient jdbc;
    private final long head;
    private final List<String> epcis;

    /**
     * @param head the last seq that belongs to it
     * @param epcis SIREN or SANS-EPCI of those that belong to it; empty for all
     */
    public JournalSlice(JdbcClient jdbc, long head, List<String> epcis) {
        this.jdbc = jdbc;
        this.head = head;
        this.epcis = List.copyOf(epcis);
    }

    /**
     * How much it is.
     *
     * @param records by partition; a partition without any is missing
     * @param sha256 over seq and event id of each record, in order
     */
    public record Extent(Map<Integer, Long> records, String sha256) {}

    /**
     * Reads all of it.
     *
     * @throws LogRefused when a record is not what its id was made of: somebody altered it
     */
    public Extent measure() {
        Map<Integer, Long> records = new TreeMap<>();
        MessageDigest digest = sha256();
        EventId ids = new EventId();
        all(row -> {
            requireGenuine(row, ids);
            records.merge(row.partition(), 1L, Long::sum);
            digest.update((row.seq() + " " + row.eventId() + "\n").getBytes(UTF_8));
        });
        return new Extent(records, HexFormat.of().formatHex(digest.digest()));
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

    /** The id of a row; empty where there is none. */
    String eventId(long seq) {
        return new WholeJournal(jdbc).eventId(seq);
    }

    long head() {
        return head;
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
        if (!ids.of(row.subject(), row.subjectSeq(), row.payload()).toString().equals(row.eventId())) {
            throw new LogRefused("Le journal a été altéré : l'enregistrement de rang " + row.seq() + " (" + row.type()
                    + ") n'est plus celui que son identifiant désigne. Restaurez la base, puis recommencez.");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java platform has SHA-256", e);
        }
    }
}
