package fr.passerelle.batch.verify;

import fr.passerelle.journal.CommittedReader;
import fr.passerelle.journal.LogAgreement.RelayPositions;
import fr.passerelle.journal.Relay.WholeJournal;
import fr.passerelle.schemas.contract.Records.UndecodableRecord;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.Topics.Topic;
import fr.passerelle.schemas.event.Completeness;
import fr.passerelle.schemas.event.RunPublished;
import fr.passerelle.schemas.event.RunScored;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The topics of runs and answers: each publication once, as the journal has it; what partitions said, as the read model took it; no more. */
final class RunTopicCheck {

    private final Verification.Basis seen;
    private final Topics topics;
    private final Findings findings;
    private final Map<PublishedRecord, Long> expected = new HashMap<>();
    private final Map<Long, String> found = new HashMap<>();
    private final List<UnknownPublication> strangers = new ArrayList<>();
    private final Map<PartitionAnswer, String> answers = new HashMap<>();

    /** Nothing is read yet. */
    RunTopicCheck(Verification.Basis seen, Findings findings) {
        this.seen = seen;
        this.topics = new Topics(seen.settings().namespace());
        this.findings = findings;
    }

    private record PublishedRecord(int partition, ByteBuffer payload) {}

    private record UnknownPublication(long rank, String said) {}

    private record PartitionAnswer(long run, int partition) {}

    /** Compares; answers how many publications the topic has. */
    int compare() {
        RowCallbackHandler publication = row ->
                expected.put(new PublishedRecord(row.getInt(1), ByteBuffer.wrap(row.getBytes(2))), row.getLong(3));
        seen.jdbc()
                .sql("select partition, payload, seq from passerelle.journal where type = 'RunPublished'")
                .query(publication);
        RowCallbackHandler answer = row ->
                answers.put(new PartitionAnswer(row.getLong(1), row.getInt(2)), String.valueOf(row.getString(3)));
        seen.jdbc()
                .sql("select run_no, partition, partial_hash from passerelle.run_scored where namespace ="
                        + " :namespace and complete")
                .param("namespace", topics.namespace())
                .query(answer);
        CommittedReader.each(seen.settings(), this::take, topics.answers(), topics.runs());
        missing();
        return found.size();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (!seen.handled().contains(record)) {
            try {
                switch (seen.codec().read(record.value())) {
                    case RunPublished it when isOn(topics.runs(), record) -> take(record, it);
                    case RunScored it when isOn(topics.answers(), record) -> take(record, it);
                    default -> foreign(record, "étranger à ce topic");
                }
            } catch (UndecodableRecord e) {
                foreign(record, "étranger (" + e.getMessage() + ")");
            }
        }
    }

    private static boolean isOn(Topic topic, ConsumerRecord<byte[], byte[]> record) {
        return record.topic().equals(topic.name());
    }

    private void take(ConsumerRecord<byte[], byte[]> record, RunPublished published) {
        Long seq = expected.get(new PublishedRecord(record.partition(), TopicRecords.payload(record)));
        String what = "RunPublished de " + published.getRun().getRunId();
        if (seq == null) {
            strangers.add(new UnknownPublication(
                    TopicRecords.rank(record),
                    TopicRecords.at(record) + " : " + what + " étranger, le journal ne l'a pas"));
        } else if (found.put(seq, what) != null) {
            foreign(record, what + " répété");
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record, RunScored scored) {
        String kept = answers.get(new PartitionAnswer(scored.getRun().getRunNo(), scored.getPartition()));
        boolean complete = scored.getCompleteness() == Completeness.COMPLETE;
        if (complete && kept != null && !kept.equals(scored.getPartialHash())) {
            foreign(
                    record,
                    "RunScored de " + scored.getRun().getRunId() + " étranger, empreinte " + scored.getPartialHash()
                            + " au lieu de " + kept);
        }
    }

    /** What the journal got since this began is no stranger. */
    private void missing() {
        expected.values().stream()
                .filter(seq -> seq <= seen.relayed() && !found.containsKey(seq))
                .sorted()
                .forEach(seq -> findings.add("manque : le RunPublished de rang " + seq));
        long head = new WholeJournal(seen.jdbc()).end();
        long relayedNow = new RelayPositions(seen.settings()).last();
        strangers.stream()
                .filter(stranger -> stranger.rank() <= head || stranger.rank() > relayedNow)
                .forEach(stranger -> findings.add(stranger.said()));
    }

    private void foreign(ConsumerRecord<byte[], byte[]> record, String what) {
        findings.add(TopicRecords.at(record) + " : " + what);
    }
}
