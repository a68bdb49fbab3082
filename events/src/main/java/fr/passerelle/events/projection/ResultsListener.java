package fr.passerelle.events.projection;

import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.ResultRefusal;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.UndecodableRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
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

    private final Topics topics;
    private final RecordCodec codec;
    private final ReadModelWriter readModel;

    ResultsListener(Topics topics, RecordCodec codec, ReadModelWriter readModel) {
        this.topics = topics;
        this.codec = codec;
        this.readModel = readModel;
    }

    /** @throws BatchListenerFailedException at the first record that is unreadable or refused; those before it are written */
    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        int begun = 0;
        int bytes = 0;
        List<ReadModelWriter.Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            ConsumerRecord<byte[], byte[]> record = records.get(i);
            try {
                arrivals.add(new ReadModelWriter.Arrival(record.partition(), read(record)));
            } catch (UndecodableRecord | RefusedResult e) {
                write(arrivals, records.subList(begun, i));
                throw new BatchListenerFailedException("Enregistrement mis de côté", e, record);
            }
            bytes += record.value().length;
            if (bytes >= BYTES_A_TRANSACTION || i == records.size() - 1) {
                write(arrivals, records.subList(begun, i + 1));
                arrivals.clear();
                begun = i + 1;
                bytes = 0;
            }
        }
    }

    private SpecificRecord read(ConsumerRecord<byte[], byte[]> from) {
        SpecificRecord record = codec.read(from.value());
        boolean ours = topics.typed().stream()
                .filter(topic -> topic.name().equals(from.topic()))
                .anyMatch(topic -> topic.records().contains(record.getSchema()));
        if (!ours) {
            throw new RefusedResult(ResultRefusal.OTHER_KIND);
        }
        return record;
    }

    private void write(List<ReadModelWriter.Arrival> arrivals, List<ConsumerRecord<byte[], byte[]>> from) {
        readModel.write(arrivals).ifPresent(refused -> {
            throw new BatchListenerFailedException(
                    "Enregistrement refusé", new RefusedResult(refused.why()), from.get(refused.index()));
        });
    }
}
