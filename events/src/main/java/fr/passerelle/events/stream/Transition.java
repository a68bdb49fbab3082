package fr.passerelle.events.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.Records.UndecodableRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.jspecify.annotations.Nullable;

/** A record of the log, its number in the journal from 1, and it as it came, framed: kept so, an older schema stays readable. */
@SuppressWarnings("ArrayRecordComponent")
record Transition(long seq, SpecificRecord record, byte[] value) {

    /** Reads a value of the log; absent ones are refused like any that cannot be decoded. */
    record Reader(RecordCodec codec) implements Deserializer<Transition> {

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
            Header header = headers.lastHeader("seq");
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

    /** Puts aside records that nobody could ever decode; where the registry is silent, the task stops, and reads them again later. */
    public static final class UndecodableToDeadLetters extends LogAndContinueExceptionHandler {

        @Override
        public Response handleError(
                ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
            return exception instanceof UndecodableRecord || exception instanceof SerializationException
                    ? super.handleError(context, record, exception)
                    : Response.fail();
        }
    }
}
