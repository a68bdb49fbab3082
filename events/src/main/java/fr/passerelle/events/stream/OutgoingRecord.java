package fr.passerelle.events.stream;

import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A record on its way out, to the partition that its facts came from. */
record OutgoingRecord(int partition, SpecificRecord record) {

    /** Kafka Streams' partitioner of every topic of results. */
    static Optional<Set<Integer>> partitions(String topic, @Nullable String key, OutgoingRecord output, int count) {
        return Optional.of(Set.of(output.partition()));
    }
}
