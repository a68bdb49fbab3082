package fr.passerelle.events.projection;

import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.UndecodableRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Writes what one poll brought, in one database transaction but where it is large; offsets follow, and what is written again changes
 * nothing.
 */
final class ResultsListener implements BatchMessageListener<byte[], byte[]> {

    /** Bytes of results after which a transaction ends: decoded, as JSON and as parameters they take ten times as much. */
    private static final int BYTES_A_TRANSACTION = 2 << 20;

    private final RecordCodec codec;
    private final ReadModelWriter readModel;

    ResultsListener(RecordCodec codec, ReadModelWriter readModel) {
        this.codec = codec;
        this.readModel = readModel;
    }

    /** @throws BatchListenerFailedException at the first record that nobody can decode; those before it are written */
    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        List<ReadModelWriter.Arrival> arrivals = new ArrayList<>();
        int bytes = 0;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                arrivals.add(new ReadModelWriter.Arrival(record.partition(), codec.read(record.value())));
            } catch (UndecodableRecord e) {
                readModel.write(arrivals);
                throw new BatchListenerFailedException("Enregistrement illisible", e, record);
            }
            bytes += record.value().length;
            if (bytes >= BYTES_A_TRANSACTION) {
                readModel.write(arrivals);
                arrivals.clear();
                bytes = 0;
            }
        }
        if (!arrivals.isEmpty()) {
            readModel.write(arrivals);
        }
    }
}
