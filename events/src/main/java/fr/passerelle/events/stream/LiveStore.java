package fr.passerelle.events.stream;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;

/**
 * Objects that change in place between two commits and become bytes at a commit only: a value touched a thousand times a second is
 * encoded once. The bytes live in a store of Kafka Streams, with its changelog and its restoration, so a crash loses nothing that was
 * committed; what is not committed is read again from the log.
 *
 * @param <V> an object that changes in place
 */
final class LiveStore<V> implements StateStore, CachedStateStore<String, V> {

    /** How an object begins, is written and is read. */
    record Format<V>(Supplier<V> fresh, Function<V, byte[]> encode, Function<byte[], V> decode) {}

    private final KeyValueStore<String, byte[]> bytes;
    private final Format<V> format;
    private final Map<String, V> live = new TreeMap<>();

    LiveStore(KeyValueStore<String, byte[]> bytes, Format<V> format) {
        this.bytes = bytes;
        this.format = format;
    }

    /** The object of a key, to be changed in place; a fresh one where there was none. */
    V edit(String key) {
        return live.computeIfAbsent(key, this::stored);
    }

    /** The object of a key, to be read; a fresh one, which is not kept, where there was none. */
    V read(String key) {
        V edited = live.get(key);
        return edited == null ? stored(key) : edited;
    }

    /** Forgets a key. */
    void remove(String key) {
        live.remove(key);
        bytes.delete(key);
    }

    private V stored(String key) {
        byte[] value = bytes.get(key);
        return value == null ? format.fresh().get() : format.decode().apply(value);
    }

    /** Kafka Streams calls this before it takes the offsets of a commit. */
    @Override
    public void flushCache() {
        live.forEach((key, value) -> bytes.put(key, format.encode().apply(value)));
        live.clear();
    }

    @Override
    public void clearCache() {
        live.clear();
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<String, V> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public String name() {
        return bytes.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        bytes.init(context, root);
    }

    @Override
    public void flush() {
        flushCache();
        bytes.flush();
    }

    @Override
    public void close() {
        live.clear();
        bytes.close();
    }

    @Override
    public boolean persistent() {
        return bytes.persistent();
    }

    @Override
    public boolean isOpen() {
        return bytes.isOpen();
    }
}
