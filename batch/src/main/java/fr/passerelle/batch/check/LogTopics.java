package fr.passerelle.batch.check;

import fr.passerelle.journal.JournalRow;
import fr.passerelle.journal.LogSettings;
import fr.passerelle.journal.TopicCursor;
import fr.passerelle.schemas.contract.Topic;
import fr.passerelle.schemas.contract.Topics;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The log on Kafka held against the journal: the transitions topic, and on the topic of runs the publications. */
public final class LogTopics implements JournalRows, AutoCloseable {

    private final LogSettings settings;
    private final Topics topics;
    private final Map<Long, Integer> ids;
    private final long relayed;
    private final long head;
    private final HandledLetters handled;
    private final Findings findings;
    private final Map<Integer, PartitionCheck> transitions = new TreeMap<>();
    private final Map<Integer, PartitionCheck> runs = new TreeMap<>();

    /**
     * Opens all partitions.
     *
     * @param relayed rank up to which the journal must be there
     * @param head rank of the journal's last row
     */
    public LogTopics(
            LogSettings settings,
            Map<Long, Integer> ids,
            long relayed,
            long head,
            HandledLetters handled,
            Findings findings) {
        this.settings = settings;
        this.topics = new Topics(settings.namespace());
        this.ids = ids;
        this.relayed = relayed;
        this.head = head;
        this.handled = handled;
        this.findings = findings;
        for (int partition = 0; partition < settings.partitions(); partition++) {
            transitions.put(partition, open(topics.transitions(), partition, PartitionCheck.Others.FOREIGN));
        }
    }

    @Override
    public void take(JournalRow row, @Nullable SpecificRecord record) {
        PartitionCheck check = row.isPublication()
                ? runs.computeIfAbsent(
                        row.partition(), partition -> open(topics.runs(), partition, PartitionCheck.Others.EXPECTED))
                : transitions.get(row.partition());
        if (check != null && ids.containsKey(row.fingerprint())) {
            check.take(row, row.toRecord(topics, ids));
        }
    }

    /** The journal is over. */
    public void end(long relayedNow) {
        transitions.values().forEach(check -> check.end(relayedNow));
        runs.values().forEach(check -> check.end(relayedNow));
    }

    /** Records that were found where they belong. */
    long compared() {
        return transitions.values().stream().mapToLong(PartitionCheck::compared).sum()
                + runs.values().stream().mapToLong(PartitionCheck::compared).sum();
    }

    private PartitionCheck open(Topic topic, int partition, PartitionCheck.Others others) {
        return new PartitionCheck(
                new TopicCursor(settings, topic.name(), partition),
                others,
                new PartitionCheck.Seen(relayed, head, handled.of(topic.name(), partition)),
                findings);
    }

    @Override
    public void close() {
        transitions.values().forEach(PartitionCheck::close);
        runs.values().forEach(PartitionCheck::close);
    }
}
