package fr.passerelle.published.reconciliation;

import fr.passerelle.published.result.Result;
import fr.passerelle.published.result.ResultKind;
import fr.passerelle.published.result.Results;
import fr.passerelle.schemas.contract.ResultHash;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whether the results of a run hold together: taken one by one, in the order of the hash, nothing of them is kept but what is compared. */
final class Coherence {

    private final Results results;
    private final ResultHash whole = new ResultHash();
    private final Map<Integer, ResultHash> hashes = new HashMap<>();
    private final Map<String, Integer> repeated = new LinkedHashMap<>();
    private final Seats seats = new Seats();
    private final List<String> euros = new ArrayList<>();
    private String last = "";

    /** @param results what hands them over, and reads them */
    Coherence(Results results) {
        this.results = results;
    }

    void take(Result result) {
        whole.add(result.type(), result.id(), result.payload());
        hashes.computeIfAbsent(result.partition(), p -> new ResultHash())
                .add(result.type(), result.id(), result.payload());
        String key = result.type() + " " + result.id();
        if (key.equals(last)) {
            repeated.merge(key, 2, (times, second) -> times + 1);
        }
        last = key;
        switch (result.type()) {
            case CONVERSION -> seats.take(results.read(ResultKind.CONVERSION, result));
            case PLAN -> take(results.read(ResultKind.PLAN, result));
            case SCORE -> {}
        }
    }

    private void take(Plan plan) {
        seats.take(plan);
        BigDecimal lines = sum(plan);
        if (plan.getAidTotal() != null && lines.compareTo(plan.getAidTotal()) != 0) {
            euros.add(
                    "EPCI " + plan.getEpci() + " : lignes d'aide " + lines + " €, total " + plan.getAidTotal() + " €");
        }
    }

    /**
     * The hash of the run.
     *
     * @param asOf month, YYYY-MM
     */
    String hash(String baremeHash, String asOf) {
        return whole.of(baremeHash, asOf);
    }

    /** Where they do not, in French, or are not those that the partitions announced. */
    List<String> gaps(List<ScoredPartitions.Partition> announced) {
        List<String> gaps = new ArrayList<>();
        for (ScoredPartitions.Partition p : announced) {
            String here = hashes.getOrDefault(p.partition(), new ResultHash()).partial();
            if (!here.equals(p.partialHash())) {
                gaps.add("partition " + p.partition() + " : empreinte des résultats enregistrés " + here + ", annoncée "
                        + p.partialHash());
            }
        }
        repeated.forEach(
                (result, times) -> Equations.equal(gaps, result + " : résultats courants", times, "attendus", 1));
        gaps.addAll(seats.gaps());
        gaps.addAll(euros);
        return gaps;
    }

    private static BigDecimal sum(Plan plan) {
        return plan.getAid().stream()
                .map(AidLine::getAid)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
