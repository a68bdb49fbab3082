package fr.passerelle.events.stream;

import fr.passerelle.schemas.contract.CloudEvent;
import fr.passerelle.schemas.event.RunRef;
import fr.passerelle.schemas.event.RunScored;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Where results leave: each to its topic, in the partition its facts came from, at the time of the record that caused it. Its identifier as
 * a CloudEvent is made of its run, its partition and what it is about, so that computing it again gives the same.
 */
final class Outbox {

    private final ProcessorContext<String, OutgoingRecord> context;
    private final String source;

    /** @param source namespace of the topics */
    Outbox(ProcessorContext<String, OutgoingRecord> context, String source) {
        this.context = context;
        this.source = source;
    }

    /** The partition of the log that is read here. */
    int partition() {
        return context.taskId().partition();
    }

    void send(ResultDifferences.Difference difference, RunRef run, long timestamp) {
        RuleResult.Key key = difference.key();
        String about = key.type() + "/" + key.id();
        forward(
                sink(key),
                key.id(),
                difference.record(),
                timestamp,
                event(run, about, subject(key), difference.record()));
    }

    /** The same run may be answered twice, once that it is incomplete: what it had seen tells them apart. */
    void send(RunScored scored, long timestamp) {
        RunRef run = scored.getRun();
        CloudEvent event = event(run, "RUN/" + scored.getRecordsSeen(), "run:" + run.getRunId(), scored);
        forward(EventsTopology.ANSWERS, run.getRunId(), scored, timestamp, event);
    }

    private static String sink(RuleResult.Key key) {
        return switch (key.type()) {
            case SCORE -> EventsTopology.SCORES;
            case CONVERSION -> EventsTopology.CONVERSIONS;
            case PLAN -> EventsTopology.PLANS;
        };
    }

    private static String subject(RuleResult.Key key) {
        return switch (key.type()) {
            case SCORE, CONVERSION -> "room:" + key.id();
            case PLAN -> "epci:" + key.id();
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
