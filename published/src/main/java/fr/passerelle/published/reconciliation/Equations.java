package fr.passerelle.published.reconciliation;

import fr.passerelle.published.result.Results;
import fr.passerelle.published.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The equations between a log and its results that hold for any run, live or replayed. Each gap is French and has both its numbers. */
public final class Equations {

    private final ScoredPartitions scoredPartitions;
    private final Results results;

    /** Of the results of one namespace. */
    public Equations(ScoredPartitions scoredPartitions, Results results) {
        this.scoredPartitions = scoredPartitions;
        this.results = results;
    }

    /**
     * Where the results of a run do not agree with each other or with what the partitions said.
     *
     * @param expected data records by partition that each must have seen
     */
    public List<String> gaps(long runNo, Map<Integer, Long> expected) {
        List<ScoredPartitions.Partition> partitions = scoredPartitions.partitions(runNo);
        List<String> gaps = new ArrayList<>();
        partitionsSawAll(partitions, expected, gaps);
        resultsAreThoseAnnounced(partitions, gaps);
        gaps.addAll(coherence(runNo).gaps(partitions));
        return gaps;
    }

    /** The same of a run that is published, whose partitions answered for the journal of their time; and its hash. */
    public List<String> published(Run run) {
        List<ScoredPartitions.Partition> partitions = scoredPartitions.partitions(run.no());
        List<String> gaps = new ArrayList<>();
        resultsAreThoseAnnounced(partitions, gaps);
        Coherence coherence = coherence(run.no());
        String hash = coherence.hash(run.baremeHash(), Objects.requireNonNull(run.asOf()));
        if (!hash.equals(run.resultHash())) {
            gaps.add("empreinte des résultats enregistrés " + hash + ", publiée " + run.resultHash());
        }
        gaps.addAll(coherence.gaps(partitions));
        return gaps;
    }

    private static void partitionsSawAll(
            List<ScoredPartitions.Partition> partitions, Map<Integer, Long> all, List<String> gaps) {
        for (ScoredPartitions.Partition p : partitions) {
            long there = all.getOrDefault(p.partition(), 0L);
            equal(gaps, "partition " + p.partition() + " : données du journal", there, "annoncées", p.expected());
            equal(gaps, "partition " + p.partition() + " : données annoncées", p.expected(), "vues", p.seen());
        }
    }

    private static void resultsAreThoseAnnounced(List<ScoredPartitions.Partition> partitions, List<String> gaps) {
        for (ScoredPartitions.Partition p : partitions) {
            equal(gaps, "partition " + p.partition() + " : résultats émis", p.announced(), "enregistrés", p.rows());
        }
    }

    private Coherence coherence(long runNo) {
        Coherence coherence = new Coherence(results);
        results.each(runNo, coherence::take);
        return coherence;
    }

    public static void equal(List<String> gaps, String what, long here, String other, long there) {
        if (here != there) {
            gaps.add(what + " " + here + ", " + other + " " + there);
        }
    }
}
