package fr.passerelle.events.stream;

import fr.passerelle.schemas.event.RunScored;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Where results leave: each to its topic, in the partition its facts came from, at the time of the record that caused it. */
final class Outbox {

    private final ProcessorContext<String, Output> context;

    Outbox(ProcessorContext<String, Output> context) {
        this.context = context;
    }

    /** The partition of the log that is read here. */
    int partition() {
        return context.taskId().partition();
    }

    void send(Differences.Difference difference, long timestamp) {
        String sink = switch (difference.key().type()) {
            case SCORE -> EventsTopology.SCORES;
            case CONVERSION -> EventsTopology.CONVERSIONS;
            case PLAN -> EventsTopology.PLANS;
        };
        forward(sink, difference.key().id(), difference.record(), timestamp);
    }

    void send(RunScored scored, long timestamp) {
        forward(EventsTopology.RUNS, scored.getRun().getRunId(), scored, timestamp);
    }

    private void forward(String sink, String key, SpecificRecord record, long timestamp) {
        context.forward(new Record<>(key, new Output(partition(), record), timestamp), sink);
    }
}
