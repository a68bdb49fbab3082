package fr.passerelle.events.stream;

import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** What each partition remembers. The names are those of the changelog topics: they never change. */
final class Memory {

    /** EPCIs, rooms and sites as they were last described, by subject, and decisions in the order of the log; framed. */
    static final String SUBJECTS = "subjects";

    /** What each month of a room comes to, by EPCI, room and month. */
    static final String MONTHS = "months";

    /** What was last emitted, by type and id. */
    static final String EMITTED = "emitted";

    /** How far the partition has come. */
    static final String PROGRESS = "progress";

    private Memory() {}

    static Set<StoreBuilder<?>> builders() {
        return Set.of(
                bytes(SUBJECTS), bytes(MONTHS), bytes(EMITTED), bytes(PROGRESS).withCachingEnabled());
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> bytes(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
    }
}
