package fr.passerelle.events.stream;

import fr.passerelle.schemas.contract.ResultHash;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** What a partition last emitted and did not take back, in the order of the hash: by type, then by id. */
final class EmittedResults {

    private static final char SEPARATOR = '\0';

    private final KeyValueStore<String, byte[]> store;

    EmittedResults(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    Optional<EmittedResult> get(RuleResult.Key key) {
        return Optional.ofNullable(store.get(text(key))).map(EmittedResult::decode);
    }

    void put(RuleResult.Key key, EmittedResult emitted) {
        store.put(text(key), emitted.encode());
    }

    void remove(RuleResult.Key key) {
        store.delete(text(key));
    }

    Set<RuleResult.Key> keys() {
        Set<RuleResult.Key> keys = new TreeSet<>();
        forEach((key, emitted) -> keys.add(key));
        return keys;
    }

    int count(ResultHash.Type type) {
        return Math.toIntExact(keys().stream().filter(key -> key.type() == type).count());
    }

    String hash() {
        ResultHash hash = new ResultHash();
        forEach((key, emitted) ->
                hash.add(key.type(), key.id(), EmittedResult.decode(emitted).payload()));
        return hash.partial();
    }

    private void forEach(BiConsumer<RuleResult.Key, byte[]> action) {
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> next = all.next();
                action.accept(key(next.key), next.value);
            }
        }
    }

    private static String text(RuleResult.Key key) {
        return key.type().name() + SEPARATOR + key.id();
    }

    private static RuleResult.Key key(String text) {
        int end = text.indexOf(SEPARATOR);
        return new RuleResult.Key(ResultHash.Type.valueOf(text.substring(0, end)), text.substring(end + 1));
    }
}
