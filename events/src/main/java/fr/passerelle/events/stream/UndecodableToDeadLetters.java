package fr.passerelle.events.stream;

import fr.passerelle.schemas.contract.UndecodableRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;

/**
 * Kafka's own handler, for records that nobody could ever decode. A registry that does not answer is not their fault: then the
 * task stops, and the record is read again at the next start.
 */
public final class UndecodableToDeadLetters extends LogAndContinueExceptionHandler {

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        return undecodable(exception) ? super.handleError(context, record, exception) : Response.fail();
    }

    private static boolean undecodable(Exception exception) {
        return exception instanceof UndecodableRecord || exception instanceof SerializationException;
    }
}
