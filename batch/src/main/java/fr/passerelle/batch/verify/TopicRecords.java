package fr.passerelle.batch.verify;

import fr.passerelle.journal.CommittedReader;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.schemas.contract.RecordCodec.WireFormat;
import fr.passerelle.schemas.contract.Topics;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The records of topics as checks read them: all of them, where each is, what it bears; and how many there are. */
final class TopicRecords {

    private TopicRecords() {}

    /** Compares how many records each partition has, by the journal and by the topic, up to where the relay is; answers the topic's. */
    public static long compareCounts(JdbcClient jdbc, LogSettings settings, Findings findings, long relayed) {
        Map<Integer, Long> journal = new TreeMap<>();
        RowCallbackHandler add = row -> journal.put(row.getInt(1), row.getLong(2));
        jdbc.sql("""
            select partition, count(*) from passerelle.journal where seq <= :relayed and type <> 'RunPublished'
            group by partition\
            """).param("relayed", relayed).query(add);
        Map<Integer, Long> topic = new TreeMap<>();
        Consumer<ConsumerRecord<byte[], byte[]>> count = record -> {
            if (rank(record) > 0 && rank(record) <= relayed) {
                topic.merge(record.partition(), 1L, Long::sum);
            }
        };
        CommittedReader.each(settings, count, new Topics(settings.namespace()).transitions());
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

    /** Where a record is, in French. */
    static String at(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + ", partition " + record.partition() + ", offset " + record.offset();
    }

    /** The rank of the journal that a record bears; 0 when it bears none. */
    static long rank(ConsumerRecord<byte[], byte[]> record) {
        String text = CommittedReader.text(record.headers().lastHeader("seq"));
        return text.matches("[1-9]\\d{0,17}") ? Long.parseLong(text) : 0;
    }

    /** The bytes of a record without what the registry puts before them. */
    static ByteBuffer payload(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value();
        int from = value == null ? 0 : Math.min(WireFormat.HEADER, value.length);
        return value == null ? ByteBuffer.allocate(0) : ByteBuffer.wrap(value, from, value.length - from);
    }

    /** Records that nobody could read and that somebody has looked at since: they stay on their topics, and are no difference any more. */
    public record HandledLetters(Set<Place> places) {

        record Place(String topic, int partition, long offset) {}

        /** Those of a namespace. */
        public static HandledLetters load(JdbcClient jdbc, String namespace) {
            return new HandledLetters(jdbc.sql("""
                select source_topic, source_partition, source_offset from passerelle.dead_letter_handled
                where namespace = :namespace\
                """)
                    .param("namespace", namespace)
                    .query((row, n) -> new Place(row.getString(1), row.getInt(2), row.getLong(3)))
                    .set());
        }

        boolean contains(ConsumerRecord<?, ?> record) {
            return places.contains(new Place(record.topic(), record.partition(), record.offset()));
        }
    }
}
