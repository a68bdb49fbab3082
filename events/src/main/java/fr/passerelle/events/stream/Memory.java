package fr.passerelle.events.stream;

import fr.passerelle.rules.frequentation.RoomRegister;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** What each partition remembers. The names are those of the changelog topics: they never change. */
final class Memory {

    /** EPCIs, rooms and sites as they were last described, by subject, and decisions in the order of the log; framed. */
    static final String SUBJECTS = "subjects";

    /** One attendance register a room. */
    static final String REGISTERS = "registers";

    /** What was last emitted, by type and id. */
    static final String EMITTED = "emitted";

    /** How far the partition has come, under its own name. */
    static final String PROGRESS = "progress";

    private Memory() {}

    static Set<StoreBuilder<?>> builders() {
        return Set.of(
                bytes(SUBJECTS),
                bytes(EMITTED),
                LiveStoreBuilder.named(
                        REGISTERS,
                        new LiveStore.Format<>(RoomRegister::new, RoomRegister::toBytes, RoomRegister::fromBytes)),
                LiveStoreBuilder.named(
                        PROGRESS, new LiveStore.Format<>(Progress::new, Progress::encode, Progress::decode)));
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> bytes(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
    }
}
