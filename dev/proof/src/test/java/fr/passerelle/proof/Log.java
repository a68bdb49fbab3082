package fr.passerelle.proof;

import fr.passerelle.local.program.Broker;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.Topics.Topic;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What committed readers of a system's topics see, read whole and afresh each time. */
final class Log {

    private final Deployment system;
    private final Topics topics;

    Log(Deployment system) {
        this.system = system;
        this.topics = system.topics();
    }

    /** How many records stand on the three topics of proposals. */
    long proposals() {
        return Stream.of(topics.scores(), topics.conversions(), topics.plans())
                .mapToLong(topic -> records(topic).size())
                .sum();
    }

    /** The event ids that stand more than once on the transitions topic. */
    List<String> duplicates() {
        var seen = new HashSet<String>();
        return ids().stream().filter(id -> !seen.add(id)).toList();
    }

    List<String> ids() {
        return headers(topics.transitions(), "event_id");
    }

    List<String> headers(Topic topic, String name) {
        return records(topic).stream().map(each -> Broker.header(each, name)).toList();
    }

    List<ConsumerRecord<String, byte[]>> transitions() {
        return records(topics.transitions());
    }

    List<ConsumerRecord<String, byte[]>> scores() {
        return records(topics.scores());
    }

    /** How many records the group of one of the programs has still to read: markers of transactions are none. */
    long lag(String group) {
        return system.broker().lag(system.namespace() + group).orElseThrow();
    }

    /** Has Kafka forget the first records of a partition of the transitions topic. */
    void lose(long partition, long before) {
        var place = new TopicPartition(topics.transitions().name(), Math.toIntExact(partition));
        system.broker()
                .administer(admin -> admin.deleteRecords(Map.of(place, RecordsToDelete.beforeOffset(before)))
                        .all()
                        .get());
    }

    List<ConsumerRecord<String, byte[]>> records(Topic topic) {
        return system.broker().committed(topic, new StringDeserializer());
    }
}
