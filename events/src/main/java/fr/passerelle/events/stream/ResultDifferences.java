package fr.passerelle.events.stream;

import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.RunRef;
import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** What changed between the results of this run and those last emitted. */
final class ResultDifferences {

    /** One record that leaves. */
    record Difference(RuleResult.Key key, SpecificRecord record) {}

    private final EmittedResults held;
    private final Records records;

    ResultDifferences(EmittedResults held, Records records) {
        this.held = held;
        this.records = records;
    }

    /** Those of these results that differ, by type then id; from now on they are those last emitted. */
    List<Difference> of(List<RuleResult> results, RunRef run) {
        return results.stream()
                .sorted(Comparator.comparing(RuleResult::key))
                .flatMap(result -> proposed(result, run).stream())
                .toList();
    }

    /** What was emitted and is not among the results any more; from now on it never was. */
    List<Difference> gone(Set<RuleResult.Key> results, RunRef run) {
        return held.keys().stream()
                .filter(key -> !results.contains(key))
                .map(key -> withdrawn(key, run))
                .toList();
    }

    private Optional<Difference> proposed(RuleResult result, RunRef run) {
        EmittedResult now = new EmittedResult(result.epci(), records.encode(result.bare()), aside(result));
        if (held.get(result.key()).filter(now::says).isPresent()) {
            return Optional.empty();
        }
        held.put(result.key(), now);
        return Optional.of(new Difference(result.key(), result.in(run)));
    }

    private byte[] aside(RuleResult result) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        result.aside().forEach(record -> bytes.writeBytes(records.encode(record)));
        return bytes.toByteArray();
    }

    private Difference withdrawn(RuleResult.Key key, RunRef run) {
        String epci = held.get(key).map(EmittedResult::epci).orElseThrow();
        held.remove(key);
        return new Difference(key, key.withdrawnIn(run, epci));
    }
}
