package fr.passerelle.events.stream;

import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.Topics.Topic;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * From the log to scores, conversions, plans and the end of each run: one processor a partition. The same under any namespace. The names
 * of the stores are those of the changelog topics: they never change.
 */
record EventsTopology(Topics topics, RecordCodec codec)
        implements ProcessorSupplier<String, Transition, String, Outbox.OutgoingRecord> {

    static final String SCORES = "scores";
    static final String CONVERSIONS = "conversions";
    static final String PLANS = "plans";
    static final String ANSWERS = "answers";

    /** EPCIs, rooms and sites as they were last described, by subject, and decisions in the order of the log; framed. */
    static final String SUBJECTS = "subjects";

    /** What each month of a room comes to, by EPCI, room and month. */
    static final String MONTHS = "months";

    /** What was last emitted, by type and id. */
    static final String EMITTED = "emitted";

    /** How far the partition has come. */
    static final String PROGRESS = "progress";

    private static final String LOG = "transitions";
    private static final String FOLD = "fold";

    Topology build() {
        Topology topology = new Topology();
        topology.addSource(
                LOG,
                new StringDeserializer(),
                new Transition.Reader(codec),
                topics.transitions().name());
        topology.addProcessor(FOLD, this, LOG);
        sink(topology, SCORES, topics.scores());
        sink(topology, CONVERSIONS, topics.conversions());
        sink(topology, PLANS, topics.plans());
        sink(topology, ANSWERS, topics.answers());
        return topology;
    }

    private void sink(Topology topology, String name, Topic topic) {
        Serializer<Outbox.OutgoingRecord> framed = (named, output) -> codec.write(topic, output.record());
        topology.addSink(name, topic.name(), new StringSerializer(), framed, Outbox.OutgoingRecord::partitions, FOLD);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                bytes(SUBJECTS), bytes(MONTHS), bytes(EMITTED), bytes(PROGRESS).withCachingEnabled());
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> bytes(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
    }

    @Override
    public Processor<String, Transition, String, Outbox.OutgoingRecord> get() {
        return new Processor<>() {

            private @Nullable PartitionFold fold;

            @Override
            public void init(ProcessorContext<String, Outbox.OutgoingRecord> context) {
                fold = new PartitionFold(codec, new Outbox(context, topics.namespace()), context);
            }

            @Override
            public void process(Record<String, Transition> record) {
                Objects.requireNonNull(fold, "init comes first").take(record.value(), record.timestamp());
            }
        };
    }
}
