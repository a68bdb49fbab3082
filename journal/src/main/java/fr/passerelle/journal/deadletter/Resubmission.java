package fr.passerelle.journal.deadletter;

import fr.passerelle.journal.LogRefused;
import fr.passerelle.journal.LogSettings;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A dead letter sent again to where it was read: same partition, key, value and headers. */
final class Resubmission {

    private Resubmission() {}

    static void send(LogSettings settings, DeadLetter.Source to, ConsumerRecord<byte[], byte[]> record) {
        Map<String, Object> properties = settings.kafka()
                .with(Map.of(
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        settings.patience().toMillis()));
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            to.topic(),
                            to.partition(),
                            record.key(),
                            record.value(),
                            SourceHeaders.own(record.headers())))
                    .get();
        } catch (ExecutionException e) {
            throw new LogRefused("Kafka n'a pas repris l'enregistrement (" + e.getMessage()
                    + ") : vérifiez « ./passerelle status », puis relancez.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogRefused("L'envoi a été interrompu : relancez.");
        }
    }
}
