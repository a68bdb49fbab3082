package fr.passerelle.batch.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records that nobody could read and that somebody has looked at since: they stay on their topics, and are no difference any more. */
public final class HandledLetters {

    private final Set<Place> places = new HashSet<>();

    private record Place(String topic, int partition, long offset) {}

    public static HandledLetters load(JdbcClient jdbc, String namespace) {
        HandledLetters letters = new HandledLetters();
        RowCallbackHandler add = row -> letters.places.add(new Place(row.getString(1), row.getInt(2), row.getLong(3)));
        jdbc.sql("""
            select source_topic, source_partition, source_offset from passerelle.dead_letter_handled
            where namespace = :namespace\
            """).param("namespace", namespace).query(add);
        return letters;
    }

    boolean contains(String topic, int partition, long offset) {
        return places.contains(new Place(topic, partition, offset));
    }

    /** The offsets of one partition. */
    List<Long> of(String topic, int partition) {
        return places.stream()
                .filter(place -> place.topic().equals(topic) && place.partition() == partition)
                .map(Place::offset)
                .toList();
    }
}
