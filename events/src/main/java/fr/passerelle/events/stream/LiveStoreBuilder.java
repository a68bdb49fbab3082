package fr.passerelle.events.stream;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Builds a {@link LiveStore} over a persistent store with a changelog, and says of it what Kafka Streams asks. */
record LiveStoreBuilder<V>(StoreBuilder<KeyValueStore<String, byte[]>> bytes, LiveStore.Format<V> format)
        implements StoreBuilder<LiveStore<V>> {

    static <V> LiveStoreBuilder<V> named(String name, LiveStore.Format<V> format) {
        return new LiveStoreBuilder<>(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray()),
                format);
    }

    @Override
    public LiveStore<V> build() {
        return new LiveStore<>(bytes.build(), format);
    }

    @Override
    public StoreBuilder<LiveStore<V>> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<LiveStore<V>> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<LiveStore<V>> withLoggingEnabled(Map<String, String> config) {
        return new LiveStoreBuilder<>(bytes.withLoggingEnabled(config), format);
    }

    @Override
    public StoreBuilder<LiveStore<V>> withLoggingDisabled() {
        return new LiveStoreBuilder<>(bytes.withLoggingDisabled(), format);
    }

    @Override
    public Map<String, String> logConfig() {
        return bytes.logConfig();
    }

    @Override
    public boolean loggingEnabled() {
        return bytes.loggingEnabled();
    }

    @Override
    public String name() {
        return bytes.name();
    }
}
