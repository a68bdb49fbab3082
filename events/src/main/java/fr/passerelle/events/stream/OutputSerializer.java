package fr.passerelle.events.stream;

import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.Topic;
import org.apache.kafka.common.serialization.Serializer;

/** Results as framed records of one topic. */
final class OutputSerializer implements Serializer<OutgoingRecord> {

    private final RecordCodec codec;
    private final Topic topic;

    OutputSerializer(RecordCodec codec, Topic topic) {
        this.codec = codec;
        this.topic = topic;
    }

    @Override
    public byte[] serialize(String name, OutgoingRecord output) {
        return codec.write(topic, output.record());
    }
}
