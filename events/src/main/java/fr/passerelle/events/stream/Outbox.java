package fr.passerelle.events.stream;

import fr.passerelle.schemas.contract.CloudEvent;
import fr.passerelle.schemas.contract.ResultHash;
import fr.passerelle.schemas.event.RunRef;
import fr.passerelle.schemas.event.RunScored;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Where results leave, to the partition of their facts, at the time of what caused them, with the same identifier if computed again. */
record Outbox(ProcessorContext<String, OutgoingRecord> context, String source) {

    /** A record on its way out, to the partition that its facts came from. */
    record OutgoingRecord(int partition, SpecificRecord record) {

        /** Kafka Streams' partitioner of every topic of results. */
        static Optional<Set<Integer>> partitions(String topic, @Nullable String key, OutgoingRecord output, int count) {
            return Optional.of(Set.of(output.partition()));
        }
    }

    /** The partition of the log that is read here. */
    int partition() {
        return context.taskId().partition();
    }

    void send(EmittedResults.Difference difference, RunRef run, long timestamp) {
        Scoring.Key key = difference.key();
        String about = key.type() + "/" + key.id();
        String subject = (key.type() == ResultHash.Type.PLAN ? "epci:" : "room:") + key.id();
        SpecificRecord record = difference.record();
        forward(sink(key), key.id(), record, timestamp, event(run, about, subject, record));
    }

    /** The same run may be answered twice, once that it is incomplete: what it had seen tells them apart. */
    void send(RunScored scored, long timestamp) {
        RunRef run = scored.getRun();
        CloudEvent event = event(run, "RUN/" + scored.getRecordsSeen(), "run:" + run.getRunId(), scored);
        forward(EventsTopology.ANSWERS, run.getRunId(), scored, timestamp, event);
    }

    private static String sink(Scoring.Key key) {
        return switch (key.type()) {
            case SCORE -> EventsTopology.SCORES;
            case CONVERSION -> EventsTopology.CONVERSIONS;
            case PLAN -> EventsTopology.PLANS;
        };
    }

    private CloudEvent event(RunRef run, String about, String subject, SpecificRecord record) {
        return new CloudEvent(
                run.getRunNo() + "/" + partition() + "/" + about,
                source,
                CloudEvent.PREFIX + record.getSchema().getName(),
                subject);
    }

    private void forward(String sink, String key, SpecificRecord record, long timestamp, CloudEvent event) {
        RecordHeaders headers = new RecordHeaders();
        event.writeTo(headers::add);
        context.forward(new Record<>(key, new OutgoingRecord(partition(), record), timestamp, headers), sink);
    }
}
