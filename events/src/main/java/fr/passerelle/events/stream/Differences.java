package fr.passerelle.events.stream;

import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.RunRef;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;

/** What changed between the results of this run and those last emitted, by type then id. */
final class Differences {

    /** One record that leaves. */
    record Difference(Result.Key key, SpecificRecord record) {}

    private final HeldResults held;
    private final Records records;

    Differences(HeldResults held, Records records) {
        this.held = held;
        this.records = records;
    }

    /** The differences, and from now on these results are those last emitted. */
    List<Difference> take(List<Result> results, RunRef run) {
        SortedMap<Result.Key, Result> now = new TreeMap<>();
        results.forEach(result -> now.put(result.key(), result));
        TreeSet<Result.Key> keys = new TreeSet<>(now.keySet());
        keys.addAll(held.keys());

        List<Difference> differences = new ArrayList<>();
        for (Result.Key key : keys) {
            Optional.ofNullable(now.get(key))
                    .map(result -> proposed(result, run))
                    .orElseGet(() -> Optional.of(withdrawn(key, run)))
                    .ifPresent(differences::add);
        }
        return differences;
    }

    private Optional<Difference> proposed(Result result, RunRef run) {
        Held now = new Held(result.epci(), records.encode(result.bare()), aside(result));
        if (held.get(result.key()).filter(now::says).isPresent()) {
            return Optional.empty();
        }
        held.put(result.key(), now);
        return Optional.of(new Difference(result.key(), result.in(run)));
    }

    private byte[] aside(Result result) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        result.aside().forEach(record -> bytes.writeBytes(records.encode(record)));
        return bytes.toByteArray();
    }

    private Difference withdrawn(Result.Key key, RunRef run) {
        String epci = held.get(key).map(Held::epci).orElseThrow();
        held.remove(key);
        return new Difference(key, key.withdrawnIn(run, epci));
    }
}
