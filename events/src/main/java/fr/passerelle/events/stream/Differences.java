package fr.passerelle.events.stream;

import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.RunRef;
import java.util.ArrayList;
import java.util.Arrays;
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
        byte[] payload = records.encode(result.bare());
        boolean same = held.get(result.key())
                .filter(last -> Arrays.equals(last.payload(), payload))
                .isPresent();
        if (same) {
            return Optional.empty();
        }
        held.put(result.key(), new Held(result.epci(), payload));
        return Optional.of(new Difference(result.key(), result.in(run)));
    }

    private Difference withdrawn(Result.Key key, RunRef run) {
        String epci = held.get(key).map(Held::epci).orElseThrow();
        held.remove(key);
        return new Difference(key, key.withdrawnIn(run, epci));
    }
}
