package fr.passerelle.batch.verify;

import fr.passerelle.batch.verify.DeepVerification.JournalRows;
import fr.passerelle.journal.CommittedReader;
import fr.passerelle.journal.JournalRow;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.Topics.Topic;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The log on Kafka held against the journal: the transitions topic, and on the topic of runs the publications. */
final class LogTopics implements JournalRows, AutoCloseable {

    private final Verification.Basis seen;
    private final Topics topics;
    private final Map<Long, Integer> ids;
    private final Findings findings;
    private final Map<Integer, PartitionCheck> transitions = new TreeMap<>();
    private final Map<Integer, PartitionCheck> runs = new TreeMap<>();

    /** Opens all partitions: the journal must be there up to the rank that was relayed, and ends at the rank of its head. */
    LogTopics(Verification.Basis seen, Map<Long, Integer> ids, Findings findings) {
        this.seen = seen;
        this.topics = new Topics(seen.settings().namespace());
        this.ids = ids;
        this.findings = findings;
        for (int partition = 0; partition < seen.settings().partitions(); partition++) {
            transitions.put(partition, new PartitionCheck(topics.transitions(), partition, false));
        }
    }

    @Override
    public void take(JournalRow row, @Nullable SpecificRecord record) {
        PartitionCheck check = row.isPublication()
                ? runs.computeIfAbsent(row.partition(), partition -> new PartitionCheck(topics.runs(), partition, true))
                : transitions.get(row.partition());
        if (check != null && ids.containsKey(row.fingerprint())) {
            check.take(row, row.toRecord(topics, ids));
        }
    }

    /** The journal is over; what a run has written meanwhile is not foreign up to where the relay is now. */
    void end(long relayedNow) {
        all().forEach(check -> check.end(relayedNow));
    }

    private Stream<PartitionCheck> all() {
        return Stream.concat(transitions.values().stream(), runs.values().stream());
    }

    @Override
    public void close() {
        all().forEach(check -> check.consumer.close());
    }

    /** One partition of a topic held against the rows that the journal has for it: each once, in order, byte for byte; and no other. */
    private final class PartitionCheck {

        private static final Duration POLL = Duration.ofMillis(200);

        private final KafkaConsumer<byte[], byte[]> consumer = CommittedReader.consumer(seen.settings());
        private final TopicPartition partition;
        private final long end;
        private final Deque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();
        private final boolean shared;
        private long matched;

        /** Opens it at the first record still there, up to where it ends now; others may write records without a rank to what is shared. */
        PartitionCheck(Topic topic, int partition, boolean shared) {
            this.partition = new TopicPartition(topic.name(), partition);
            this.shared = shared;
            List<TopicPartition> alone = List.of(this.partition);
            consumer.assign(alone);
            consumer.seekToBeginning(alone);
            this.end = Objects.requireNonNull(consumer.endOffsets(alone).get(this.partition));
        }

        /** The next record, which stays the next; null at the end. */
        private @Nullable ConsumerRecord<byte[], byte[]> peek() {
            while (waiting.isEmpty() && consumer.position(partition) < end) {
                consumer.poll(POLL).forEach(waiting::add);
            }
            return waiting.peek();
        }

        /** The next row of the journal that belongs to this partition. */
        void take(JournalRow row, ProducerRecord<byte[], byte[]> expected) {
            ConsumerRecord<byte[], byte[]> next = upTo(row.seq());
            if (next != null && TopicRecords.rank(next) == row.seq()) {
                waiting.remove();
                matched = row.seq();
                compare(row, expected, next);
            } else if (row.seq() <= seen.relayed()) {
                findings.add("manque : " + JournalCheck.named(row) + ", partition " + row.partition()
                        + (next == null
                                ? ", après lequel le topic s'arrête"
                                : ", que l'offset " + next.offset() + " saute"));
            }
        }

        void end(long relayedNow) {
            for (ConsumerRecord<byte[], byte[]> next = upTo(seen.head() + 1); next != null; next = peek()) {
                beyond(next, relayedNow);
                waiting.remove();
            }
        }

        /** Passes over what does not belong here, before a rank; answers the first record at or after it. */
        private @Nullable ConsumerRecord<byte[], byte[]> upTo(long rank) {
            ConsumerRecord<byte[], byte[]> next = peek();
            while (next != null && TopicRecords.rank(next) < rank) {
                refuse(next);
                waiting.remove();
                next = peek();
            }
            return next;
        }

        private void refuse(ConsumerRecord<byte[], byte[]> record) {
            long rank = TopicRecords.rank(record);
            String at = TopicRecords.at(record);
            if (rank > 0 && rank <= matched) {
                findings.add(at + " : rang " + rank + " répété, ou dans le désordre");
            } else if (seen.handled().contains(record)) {
                return;
            } else if (rank > 0) {
                findings.add(at + " : étranger, le journal n'a pas le rang " + rank + " dans cette partition");
            } else if (!shared) {
                findings.add(at + " : étranger, sans rang (en-tête seq)");
            }
        }

        private void beyond(ConsumerRecord<byte[], byte[]> record, long relayedNow) {
            long rank = TopicRecords.rank(record);
            if (rank <= seen.head()) {
                refuse(record);
            } else if (seen.relayed() > seen.head() || rank > relayedNow) {
                findings.add(TopicRecords.at(record) + " : étranger, son rang " + rank
                        + " est au-delà du journal, qui finit à " + seen.head());
            }
        }

        private void compare(
                JournalRow row, ProducerRecord<byte[], byte[]> expected, ConsumerRecord<byte[], byte[]> found) {
            String what = TopicRecords.at(found) + ", " + JournalCheck.named(row) + " : ";
            byte[] value = Objects.requireNonNullElse(found.value(), new byte[0]);
            byte[] key = Objects.requireNonNullElse(found.key(), new byte[0]);
            if (!Arrays.equals(expected.value(), value)) {
                findings.add(what + "valeur, " + Difference.ofBytes(expected.value(), value));
            } else if (!Arrays.equals(expected.key(), key)) {
                findings.add(what + "clé, " + Difference.ofBytes(expected.key(), key));
            } else if (!headers(expected.headers()).equals(headers(found.headers()))) {
                findings.add(
                        what + "en-têtes " + headers(found.headers()) + " au lieu de " + headers(expected.headers()));
            }
        }

        private static List<String> headers(Headers headers) {
            return StreamSupport.stream(headers.spliterator(), false)
                    .map(header -> header.key() + "=" + CommittedReader.text(header))
                    .toList();
        }
    }
}
