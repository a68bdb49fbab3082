package fr.passerelle.batch.run;

import fr.passerelle.batch.journal.LogProof;
import fr.passerelle.batch.source.Counts;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** The equations that must hold before a run becomes current (DESIGN 6). Each gap names itself, with both its numbers. */
@Component
public class Reconciliation {

    private final Runs runs;
    private final JdbcTemplate jdbc;
    private final LogProof log;
    private final JournalCounts journal;
    private final Scored scored;
    private final Results results;

    Reconciliation(Runs runs, JdbcTemplate jdbc, LogProof log, JournalCounts journal, Scored scored, Results results) {
        this.runs = runs;
        this.jdbc = jdbc;
        this.log = log;
        this.journal = journal;
        this.scored = scored;
        this.results = results;
    }

    /**
     * Checks all of them.
     *
     * @throws RunFailed naming every gap
     */
    void check(long runNo) {
        Run run = runs.get(runNo);
        List<Result> current = results.at(runNo);
        List<String> gaps = new ArrayList<>();
        rowsAddUp(run, gaps);
        topicEqualsJournal(run, gaps);
        partitionsSawAll(run, gaps);
        resultsAreThoseScored(run, current, gaps);
        oneConversionARoom(current, gaps);
        oneTiersLieuAnEpci(current, gaps);
        eurosAddUp(current, gaps);
        if (!gaps.isEmpty()) {
            throw new RunFailed("Le rapprochement a trouvé " + gaps.size() + " écart(s) :\n  - "
                    + String.join("\n  - ", gaps)
                    + "\nRien n'est publié ; l'exécution reste à reprendre ou à abandonner.");
        }
    }

    /**
     * The gaps among the results of a run that is published, in French: those that its partitions announced and those that are there, one
     * conversion a room, one tiers lieu an EPCI, euros; and the hash of all of them.
     *
     * @throws fr.passerelle.schemas.contract.UndecodableRecord when a result cannot be read any more
     */
    public List<String> resultGaps(Run run) {
        List<Result> current = results.at(run.no());
        List<String> gaps = new ArrayList<>();
        for (Scored.Partition p : scored.partitions(run.no())) {
            equal(gaps, "partition " + p.partition() + " : résultats émis", p.announced(), "enregistrés", p.rows());
        }
        resultsAreThoseScored(run, current, gaps);
        String hash = Results.hash(current, run.baremeHash(), Objects.requireNonNull(run.asOf()));
        if (!hash.equals(run.resultHash())) {
            gaps.add("empreinte des résultats enregistrés " + hash + ", publiée " + run.resultHash());
        }
        oneConversionARoom(current, gaps);
        oneTiersLieuAnEpci(current, gaps);
        eurosAddUp(current, gaps);
        return gaps;
    }

    private void rowsAddUp(Run run, List<String> gaps) {
        Map<String, Long> kept = new TreeMap<>();
        jdbc.query(
                "select file_name, count(*) from passerelle.reject where run_no = ? group by file_name",
                (RowCallbackHandler) row -> kept.put(row.getString(1), row.getLong(2)),
                run.no());
        Map<String, Long> rows = run.parameters().inputs().stream().collect(Collectors.toMap(Input::name, Input::rows));
        for (RunCounts.OfFile file : Objects.requireNonNull(run.counts()).files()) {
            Counts c = file.counts();
            long told = c.accepted() + c.unchanged() + c.rejected() + c.controls();
            equal(gaps, file.name() + " : lignes lues", c.read(), "lignes expliquées", told);
            equal(gaps, file.name() + " : lignes du fichier", rows.getOrDefault(file.name(), 0L), "lues", c.read());
            equal(gaps, file.name() + " : rejets comptés", c.rejected(), "gardés", kept.getOrDefault(file.name(), 0L));
        }
    }

    private void topicEqualsJournal(Run run, List<String> gaps) {
        Map<Integer, LogProof.Slice> written = log.journal(run.no());
        Map<Integer, LogProof.Slice> seen = log.topic(run.no(), run.openedAt().toInstant());
        TreeSet<Integer> partitions = new TreeSet<>(written.keySet());
        partitions.addAll(seen.keySet());
        LogProof.Slice none = new LogProof.Slice(0, "");
        for (int p : partitions) {
            LogProof.Slice here = written.getOrDefault(p, none);
            LogProof.Slice there = seen.getOrDefault(p, none);
            equal(gaps, "partition " + p + " : enregistrements du journal", here.count(), "du topic", there.count());
            if (here.count() == there.count() && !here.hash().equals(there.hash())) {
                gaps.add("partition " + p + " : le topic n'a pas les enregistrements du journal dans leur ordre");
            }
        }
    }

    private void partitionsSawAll(Run run, List<String> gaps) {
        Map<Integer, Long> all = journal.all();
        for (Scored.Partition p : scored.partitions(run.no())) {
            long there = all.getOrDefault(p.partition(), 0L);
            equal(gaps, "partition " + p.partition() + " : données du journal", there, "annoncées", p.expected());
            equal(gaps, "partition " + p.partition() + " : données annoncées", p.expected(), "vues", p.seen());
            equal(gaps, "partition " + p.partition() + " : résultats émis", p.announced(), "enregistrés", p.rows());
        }
    }

    private void resultsAreThoseScored(Run run, List<Result> current, List<String> gaps) {
        Map<Integer, String> hashes = Results.partialHashes(current);
        String empty = new ResultHash().partial();
        for (Scored.Partition p : scored.partitions(run.no())) {
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

    private void oneTiersLieuAnEpci(List<Result> current, List<String> gaps) {
        gaps.addAll(Seats.gaps(
                results.conversions(current).toList(), results.plans(current).toList()));
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

    private static void equal(List<String> gaps, String what, long here, String other, long there) {
        if (here != there) {
            gaps.add(what + " " + here + ", " + other + " " + there);
        }
    }
}
