package fr.passerelle.events.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.passerelle.schemas.contract.RecordCodec;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** A value of the log, absent ones refused like any that cannot be decoded. */
final class TransitionDeserializer implements Deserializer<Transition> {

    private static final String SEQ = "seq";

    private final RecordCodec codec;

    TransitionDeserializer(RecordCodec codec) {
        this.codec = codec;
    }

    @Override
    public Transition deserialize(String topic, byte @Nullable [] data) {
        throw new SerializationException("Un enregistrement du journal se lit avec ses en-têtes");
    }

    @Override
    public Transition deserialize(String topic, Headers headers, byte @Nullable [] data) {
        if (data == null) {
            throw new SerializationException("Valeur absente");
        }
        SpecificRecord record = codec.read(data);
        return new Transition(seq(headers), record, data);
    }

    private static long seq(Headers headers) {
        Header header = headers.lastHeader(SEQ);
        if (header == null || header.value() == null) {
            throw new SerializationException("En-tête « seq » absent");
        }
        try {
            return Long.parseLong(new String(header.value(), US_ASCII));
        } catch (NumberFormatException e) {
            throw new SerializationException("En-tête « seq » illisible", e);
        }
    }
}
