package fr.passerelle.journal;

import fr.passerelle.schemas.contract.Topic;
import fr.passerelle.schemas.contract.Topics;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What a relay carries to Kafka: rows by rising seq. */
interface RelayRows {

    /** Who carries them: the key of its position, and the end of its transactional id. */
    default String carrier() {
        return "relay";
    }

    /** The topic that holds the first of them once any is relayed. */
    default Topic firstTopic(Topics topics) {
        return topics.transitions();
    }

    /**
     * A row as it is sent.
     *
     * @param ids of the registry, by fingerprint
     * @throws LogRefused when its schema has none
     */
    default ProducerRecord<byte[], byte[]> sent(JournalRow row, Topics topics, Map<Long, Integer> ids) {
        return row.toRecord(topics, ids);
    }

    /**
     * Hands on the next rows after a position, in order.
     *
     * @param most how many are wanted; fewer come where they are large, none only at the end. Rows of one seq are never parted, so that a
     *     position says all
     */
    void after(long position, int most, Consumer<JournalRow> reader);

    /** How many stand after a position. */
    long count(long position);

    /** The last seq; 0 where there is none. */
    long end();

    /** The id of the last row of a seq; empty where there is none. */
    String eventId(long seq);

    /** What to do when the log and these rows do not agree: the end of a French sentence. */
    String remedy();
}
