package fr.passerelle.batch.run;

import fr.passerelle.batch.journal.LogProof;
import fr.passerelle.schemas.contract.ResultHash;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The equations between a log and its results that hold for any run, live or replayed. Each gap is French and has both its numbers. */
public final class Equations {

    private final Scored scored;
    private final Results results;

    /** Of the results of one namespace. */
    public Equations(Scored scored, Results results) {
        this.scored = scored;
        this.results = results;
    }

    /**
     * Where the results of a run do not agree with each other or with what the partitions said.
     *
     * @param expected data records by partition that each must have seen
     */
    public List<String> gaps(long runNo, Map<Integer, Long> expected) {
        List<Result> current = results.at(runNo);
        List<String> gaps = new ArrayList<>();
        partitionsSawAll(runNo, expected, gaps);
        resultsAreThoseAnnounced(runNo, gaps);
        resultsHold(runNo, current, gaps);
        return gaps;
    }

    /** The same of a run that is published, whose partitions answered for the journal of their time; and its hash. */
    List<String> published(Run run) {
        List<Result> current = results.at(run.no());
        List<String> gaps = new ArrayList<>();
        resultsAreThoseAnnounced(run.no(), gaps);
        String hash = Results.hash(current, run.baremeHash(), Objects.requireNonNull(run.asOf()));
        if (!hash.equals(run.resultHash())) {
            gaps.add("empreinte des résultats enregistrés " + hash + ", publiée " + run.resultHash());
        }
        resultsHold(run.no(), current, gaps);
        return gaps;
    }

    /** Where a topic does not hold the records of the journal, once each and in their order. */
    public static List<String> gaps(Map<Integer, LogProof.Slice> written, Map<Integer, LogProof.Slice> seen) {
        TreeSet<Integer> partitions = new TreeSet<>(written.keySet());
        partitions.addAll(seen.keySet());
        LogProof.Slice none = new LogProof.Slice(0, "");
        List<String> gaps = new ArrayList<>();
        for (int p : partitions) {
            LogProof.Slice here = written.getOrDefault(p, none);
            LogProof.Slice there = seen.getOrDefault(p, none);
            equal(gaps, "partition " + p + " : enregistrements du journal", here.count(), "du topic", there.count());
            if (here.count() == there.count() && !here.hash().equals(there.hash())) {
                gaps.add("partition " + p + " : le topic n'a pas les enregistrements du journal dans leur ordre");
            }
        }
        return gaps;
    }

    private void partitionsSawAll(long runNo, Map<Integer, Long> all, List<String> gaps) {
        for (Scored.Partition p : scored.partitions(runNo)) {
            long there = all.getOrDefault(p.partition(), 0L);
            equal(gaps, "partition " + p.partition() + " : données du journal", there, "annoncées", p.expected());
            equal(gaps, "partition " + p.partition() + " : données annoncées", p.expected(), "vues", p.seen());
        }
    }

    private void resultsAreThoseAnnounced(long runNo, List<String> gaps) {
        for (Scored.Partition p : scored.partitions(runNo)) {
            equal(gaps, "partition " + p.partition() + " : résultats émis", p.announced(), "enregistrés", p.rows());
        }
    }

    private void resultsHold(long runNo, List<Result> current, List<String> gaps) {
        resultsAreThoseScored(runNo, current, gaps);
        oneConversionARoom(current, gaps);
        gaps.addAll(Seats.gaps(
                results.conversions(current).toList(), results.plans(current).toList()));
        eurosAddUp(current, gaps);
    }

    private void resultsAreThoseScored(long runNo, List<Result> current, List<String> gaps) {
        Map<Integer, String> hashes = Results.partialHashes(current);
        String empty = new ResultHash().partial();
        for (Scored.Partition p : scored.partitions(runNo)) {
            String here = hashes.getOrDefault(p.partition(), empty);
            if (!here.equals(p.partialHash())) {
                gaps.add("partition " + p.partition() + " : empreinte des résultats enregistrés " + here + ", annoncée "
                        + p.partialHash());
            }
        }
    }

    private static void oneConversionARoom(List<Result> current, List<String> gaps) {
        current.stream()
                .collect(Collectors.groupingBy(r -> r.type() + " " + r.id(), TreeMap::new, Collectors.counting()))
                .forEach((result, count) -> equal(gaps, result + " : résultats courants", count, "attendus", 1));
    }

    private void eurosAddUp(List<Result> current, List<String> gaps) {
        results.plans(current).filter(plan -> plan.getAidTotal() != null).forEach(plan -> {
            BigDecimal lines = sum(plan);
            if (lines.compareTo(plan.getAidTotal()) != 0) {
                gaps.add("EPCI " + plan.getEpci() + " : lignes d'aide " + lines + " €, total " + plan.getAidTotal()
                        + " €");
            }
        });
    }

    private static BigDecimal sum(Plan plan) {
        return plan.getAid().stream()
                .map(AidLine::getAid)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static void equal(List<String> gaps, String what, long here, String other, long there) {
        if (here != there) {
            gaps.add(what + " " + here + ", " + other + " " + there);
        }
    }
}
