package fr.passerelle.batch.check;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.passerelle.journal.CommittedReader;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.schemas.contract.Topics;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many records each partition has, by the journal and by the topic, up to where the relay is. */
public final class RecordCounts {

    private static final String JOURNAL = """
        select partition, count(*) from passerelle.journal where seq <= :relayed and type <> 'RunPublished'
        group by partition\
        """;

    private final JdbcClient jdbc;
    private final LogSettings settings;
    private final Findings findings;

    public RecordCounts(JdbcClient jdbc, LogSettings settings, Findings findings) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.findings = findings;
    }

    /** Compares; answers how many records the topic has. */
    public long compare(long relayed) {
        Map<Integer, Long> journal = new TreeMap<>();
        RowCallbackHandler add = row -> journal.put(row.getInt(1), row.getLong(2));
        jdbc.sql(JOURNAL).param("relayed", relayed).query(add);
        Map<Integer, Long> topic = topic(relayed);
        TreeSet<Integer> partitions = new TreeSet<>(journal.keySet());
        partitions.addAll(topic.keySet());
        for (int partition : partitions) {
            long here = journal.getOrDefault(partition, 0L);
            long there = topic.getOrDefault(partition, 0L);
            if (here != there) {
                findings.add("partition " + partition + " : " + here + " enregistrements au journal, " + there
                        + " sur le topic");
            }
        }
        return topic.values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<Integer, Long> topic(long relayed) {
        Map<Integer, Long> counts = new TreeMap<>();
        try (CommittedReader reader = new CommittedReader(settings)) {
            reader.fromTheBeginning(
                    new Topics(settings.namespace()).transitions().name(), record -> {
                        long rank = rank(record);
                        if (rank > 0 && rank <= relayed) {
                            counts.merge(record.partition(), 1L, Long::sum);
                        }
                        return true;
                    });
        }
        return counts;
    }

    /** The rank of the journal that a record bears; 0 when it bears none. */
    static long rank(ConsumerRecord<byte[], byte[]> record) {
        Header seq = record.headers().lastHeader("seq");
        String text = seq == null || seq.value() == null ? "" : new String(seq.value(), US_ASCII);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
