package fr.passerelle.events.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.ResultHash;
import fr.passerelle.schemas.event.RunRef;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** What a partition last emitted and did not take back, in the order of the hash, by type then id, and what changes in it with a run. */
record EmittedResults(KeyValueStore<String, byte[]> store) {

    private static final char SEPARATOR = '\0';

    private static final Records RECORDS = new Records();

    record Difference(Scoring.Key key, SpecificRecord record) {}

    /** A result as it was last emitted: its EPCI, its bare Avro bytes, compared and hashed, and those of what leaves beside it, compared. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Emission(String epci, byte[] payload, byte[] aside) {

        static Emission decode(byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            byte[] epci = next(buffer, buffer.get());
            byte[] aside = next(buffer, buffer.getInt());
            return new Emission(new String(epci, UTF_8), next(buffer, buffer.remaining()), aside);
        }

        private static byte[] next(ByteBuffer buffer, int length) {
            byte[] bytes = new byte[length];
            buffer.get(bytes);
            return bytes;
        }

        boolean says(Emission other) {
            return Arrays.equals(payload, other.payload) && Arrays.equals(aside, other.aside);
        }

        byte[] encode() {
            byte[] name = epci.getBytes(UTF_8);
            return ByteBuffer.allocate(1 + name.length + Integer.BYTES + aside.length + payload.length)
                    .put((byte) name.length)
                    .put(name)
                    .putInt(aside.length)
                    .put(aside)
                    .put(payload)
                    .array();
        }
    }

    /** Those of these results that differ, by type then id; from now on they are those last emitted. */
    List<Difference> of(List<Scoring.Result> results, RunRef run) {
        return results.stream()
                .sorted(Comparator.comparing(Scoring.Result::key))
                .flatMap(result -> proposed(result, run).stream())
                .toList();
    }

    /** What was emitted and is not among the results any more; from now on it never was. */
    List<Difference> gone(Set<Scoring.Key> results, RunRef run) {
        return keys().stream()
                .filter(key -> !results.contains(key))
                .map(key -> withdrawn(key, run))
                .toList();
    }

    int count(ResultHash.Type type) {
        return Math.toIntExact(keys().stream().filter(key -> key.type() == type).count());
    }

    String hash() {
        ResultHash hash = new ResultHash();
        forEach((key, emitted) ->
                hash.add(key.type(), key.id(), Emission.decode(emitted).payload()));
        return hash.partial();
    }

    private Optional<Difference> proposed(Scoring.Result result, RunRef run) {
        Emission now = new Emission(result.epci(), RECORDS.encode(result.bare()), aside(result));
        if (last(result.key()).filter(now::says).isPresent()) {
            return Optional.empty();
        }
        store.put(text(result.key()), now.encode());
        return Optional.of(new Difference(result.key(), result.in(run)));
    }

    private byte[] aside(Scoring.Result result) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        result.aside().forEach(record -> bytes.writeBytes(RECORDS.encode(record)));
        return bytes.toByteArray();
    }

    private Difference withdrawn(Scoring.Key key, RunRef run) {
        String epci = last(key).map(Emission::epci).orElseThrow();
        store.delete(text(key));
        return new Difference(key, key.withdrawnIn(run, epci));
    }

    private Optional<Emission> last(Scoring.Key key) {
        return Optional.ofNullable(store.get(text(key))).map(Emission::decode);
    }

    private Set<Scoring.Key> keys() {
        Set<Scoring.Key> keys = new TreeSet<>();
        forEach((key, emitted) -> keys.add(key));
        return keys;
    }

    private void forEach(BiConsumer<Scoring.Key, byte[]> action) {
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            all.forEachRemaining(each -> action.accept(key(each.key), each.value));
        }
    }

    private static String text(Scoring.Key key) {
        return key.type().name() + SEPARATOR + key.id();
    }

    private static Scoring.Key key(String text) {
        int end = text.indexOf(SEPARATOR);
        return new Scoring.Key(ResultHash.Type.valueOf(text.substring(0, end)), text.substring(end + 1));
    }
}
