package fr.passerelle.events.stream;

import fr.passerelle.schemas.contract.RecordCodec;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** What Kafka Streams runs for each partition: a {@link PartitionFold} over that partition's stores. */
final class LogProcessor implements Processor<String, Transition, String, OutgoingRecord> {

    private final RecordCodec codec;
    private final PausePoint pause;
    private final String namespace;
    private @Nullable PartitionFold fold;

    LogProcessor(RecordCodec codec, PausePoint pause, String namespace) {
        this.codec = codec;
        this.pause = pause;
        this.namespace = namespace;
    }

    @Override
    public void init(ProcessorContext<String, OutgoingRecord> context) {
        fold = PartitionFold.of(codec, pause, new Outbox(context, namespace), context);
    }

    @Override
    public void process(Record<String, Transition> record) {
        Objects.requireNonNull(fold, "init comes first").take(record.value(), record.timestamp());
    }
}
