package fr.passerelle.batch.check;

import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records that nobody could read and that somebody has looked at since: they stay on their topics, and are no difference any more. */
public final class HandledLetters {

    private final Set<Place> places;

    private HandledLetters(Set<Place> places) {
        this.places = places;
    }

    private record Place(String topic, int partition, long offset) {}

    /** Those of a namespace. */
    public static HandledLetters load(JdbcClient jdbc, String namespace) {
        return new HandledLetters(jdbc.sql("""
            select source_topic, source_partition, source_offset from passerelle.dead_letter_handled
            where namespace = :namespace\
            """)
                .param("namespace", namespace)
                .query((row, n) -> new Place(row.getString(1), row.getInt(2), row.getLong(3)))
                .set());
    }

    boolean contains(ConsumerRecord<?, ?> record) {
        return places.contains(new Place(record.topic(), record.partition(), record.offset()));
    }
}
