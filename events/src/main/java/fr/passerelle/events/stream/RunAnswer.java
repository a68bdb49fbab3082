package fr.passerelle.events.stream;

import fr.passerelle.schemas.contract.ResultHash;
import fr.passerelle.schemas.event.RunRef;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a partition answers to the end of a run: what differs leaves at once, EPCI by EPCI, and is counted; of it only keys are held. */
final class RunAnswer {

    private final ResultDifferences differences;
    private final Outbox outbox;
    private final RunRef run;
    private final long timestamp;
    private final Set<RuleResult.Key> results = new HashSet<>();
    private final Map<ResultHash.Type, Integer> emitted = new EnumMap<>(ResultHash.Type.class);

    /** @param timestamp of the record that ends the run, which its results carry too */
    RunAnswer(ResultDifferences differences, Outbox outbox, RunRef run, long timestamp) {
        this.differences = differences;
        this.outbox = outbox;
        this.run = run;
        this.timestamp = timestamp;
    }

    /** Takes all results of an EPCI. */
    void take(List<RuleResult> ofAnEpci) {
        ofAnEpci.forEach(result -> results.add(result.key()));
        send(differences.of(ofAnEpci, run));
    }

    /** Takes back what no EPCI had; to be called last. */
    void takeBackTheRest() {
        send(differences.gone(results, run));
    }

    /** How many rooms were scored. */
    int rooms() {
        return Math.toIntExact(results.stream()
                .filter(key -> key.type() == ResultHash.Type.SCORE)
                .count());
    }

    /** How many records left, those that take back included. */
    int emitted(ResultHash.Type type) {
        return emitted.getOrDefault(type, 0);
    }

    private void send(List<ResultDifferences.Difference> changed) {
        changed.forEach(difference -> {
            outbox.send(difference, run, timestamp);
            emitted.merge(difference.key().type(), 1, Integer::sum);
        });
    }
}
