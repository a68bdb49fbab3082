package fr.passerelle.events.stream;

import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.Topic;
import fr.passerelle.schemas.contract.Topics;
import java.util.Set;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * From the log to scores, conversions, plans and the end of each run: one processor a partition. The same under any namespace.
 *
 * @param topics those of the namespace
 * @param codec reads the log and writes the results
 */
record EventsTopology(Topics topics, RecordCodec codec, PausePoint pause)
        implements ProcessorSupplier<String, Transition, String, OutgoingRecord> {

    static final String SCORES = "scores";
    static final String CONVERSIONS = "conversions";
    static final String PLANS = "plans";
    static final String ANSWERS = "answers";

    private static final String LOG = "transitions";
    private static final String FOLD = "fold";

    Topology build() {
        Topology topology = new Topology();
        topology.addSource(
                LOG,
                new StringDeserializer(),
                new TransitionDeserializer(codec),
                topics.transitions().name());
        topology.addProcessor(FOLD, this, LOG);
        sink(topology, SCORES, topics.scores());
        sink(topology, CONVERSIONS, topics.conversions());
        sink(topology, PLANS, topics.plans());
        sink(topology, ANSWERS, topics.answers());
        return topology;
    }

    @Override
    public Processor<String, Transition, String, OutgoingRecord> get() {
        return new LogProcessor(codec, pause, topics.namespace());
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Memory.builders();
    }

    private void sink(Topology topology, String name, Topic topic) {
        topology.addSink(
                name,
                topic.name(),
                new StringSerializer(),
                new OutputSerializer(codec, topic),
                OutgoingRecord::partitions,
                FOLD);
    }
}
