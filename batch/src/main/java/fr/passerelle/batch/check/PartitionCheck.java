package fr.passerelle.batch.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.journal.JournalRow;
import fr.passerelle.journal.TopicCursor;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * One partition of a topic held against the rows that the journal has for it: each there once, in order, byte for byte, and nothing else.
 */
final class PartitionCheck implements AutoCloseable {

    /** What the topic may hold besides. */
    enum Others {
        /** Nothing. */
        FOREIGN,
        /** Records without rank, which others write. */
        EXPECTED
    }

    private final TopicCursor topic;
    private final Others others;
    private final Seen seen;
    private final Findings findings;
    private long matched;
    private long compared;

    /**
     * The rest of what is known before.
     *
     * @param relayed rank up to which the journal must be on the topic
     * @param head rank of the journal's last row
     * @param handled offsets of this partition that somebody has already looked at
     */
    record Seen(long relayed, long head, List<Long> handled) {}

    PartitionCheck(TopicCursor topic, Others others, Seen seen, Findings findings) {
        this.topic = topic;
        this.others = others;
        this.seen = seen;
        this.findings = findings;
    }

    /** The next row of the journal that belongs to this partition. */
    void take(JournalRow row, ProducerRecord<byte[], byte[]> expected) {
        ConsumerRecord<byte[], byte[]> next = upTo(row.seq());
        if (next != null && seq(next).orElseThrow() == row.seq()) {
            topic.next();
            matched = row.seq();
            compared++;
            compare(row, expected, next);
        } else if (row.seq() <= seen.relayed()) {
            findings.add("manque : " + JournalCheck.named(row) + ", partition " + row.partition()
                    + (next == null
                            ? ", après lequel le topic s'arrête"
                            : ", que l'offset " + next.offset() + " saute"));
        }
    }

    /**
     * The journal has no more rows for it.
     *
     * @param relayedNow where the relay is now: what a run has written meanwhile is not foreign
     */
    void end(long relayedNow) {
        for (ConsumerRecord<byte[], byte[]> next = upTo(seen.head() + 1); next != null; next = topic.peek()) {
            beyond(next, relayedNow);
            topic.next();
        }
    }

    /** How many records were found where they belong. */
    long compared() {
        return compared;
    }

    /** Passes over what does not belong here, before a rank; answers the first record at or after it. */
    private @Nullable ConsumerRecord<byte[], byte[]> upTo(long rank) {
        ConsumerRecord<byte[], byte[]> next = topic.peek();
        while (next != null && seq(next).orElse(-1) < rank) {
            refuse(next);
            topic.next();
            next = topic.peek();
        }
        return next;
    }

    private void refuse(ConsumerRecord<byte[], byte[]> record) {
        OptionalLong rank = seq(record);
        if (rank.isEmpty()) {
            if (others == Others.FOREIGN && !seen.handled().contains(record.offset())) {
                findings.add(at(record) + " : étranger, sans rang (en-tête seq)");
            }
        } else if (rank.getAsLong() <= matched) {
            findings.add(at(record) + " : rang " + rank.getAsLong() + " répété, ou dans le désordre");
        } else if (!seen.handled().contains(record.offset())) {
            findings.add(at(record) + " : étranger, le journal n'a pas le rang " + rank.getAsLong()
                    + " dans cette partition");
        }
    }

    private void beyond(ConsumerRecord<byte[], byte[]> record, long relayedNow) {
        OptionalLong rank = seq(record);
        if (rank.isEmpty() || rank.getAsLong() <= seen.head()) {
            refuse(record);
        } else if (seen.relayed() > seen.head() || rank.getAsLong() > relayedNow) {
            findings.add(at(record) + " : étranger, son rang " + rank.getAsLong()
                    + " est au-delà du journal, qui finit à " + seen.head());
        }
    }

    private void compare(
            JournalRow row, ProducerRecord<byte[], byte[]> expected, ConsumerRecord<byte[], byte[]> found) {
        String what = at(found) + ", " + JournalCheck.named(row) + " : ";
        byte[] value = Objects.requireNonNullElse(found.value(), new byte[0]);
        byte[] key = Objects.requireNonNullElse(found.key(), new byte[0]);
        if (!Arrays.equals(expected.value(), value)) {
            findings.add(what + "valeur, " + ByteDifference.difference(expected.value(), value));
        } else if (!Arrays.equals(expected.key(), key)) {
            findings.add(what + "clé, " + ByteDifference.difference(expected.key(), key));
        } else if (!headers(expected.headers()).equals(headers(found.headers()))) {
            findings.add(what + "en-têtes " + headers(found.headers()) + " au lieu de " + headers(expected.headers()));
        }
    }

    private static String at(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + ", partition " + record.partition() + ", offset " + record.offset();
    }

    private static List<String> headers(Headers headers) {
        return StreamSupport.stream(headers.spliterator(), false)
                .map(header -> header.key() + "=" + text(header))
                .toList();
    }

    private static String text(Header header) {
        return header.value() == null ? "" : new String(header.value(), UTF_8);
    }

    private static OptionalLong seq(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader("seq");
        if (header == null || !text(header).matches("[1-9]\\d{0,17}")) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(text(header)));
    }

    @Override
    public void close() {
        topic.close();
    }
}
