package fr.passerelle.batch.run;

import fr.passerelle.journal.LogAgreement.LogProof;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Run.Input;
import fr.passerelle.published.run.RunCounts;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.published.run.Runs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The equations that must hold before a run becomes current (DESIGN 6). Each gap names itself, with both its numbers. */
@Component
public record Reconciliation(Runs runs, JdbcClient jdbc, LogProof proof, JournalCounts journal, Equations equations) {

    /** Checks all of them; an OutsideFault names every gap. */
    public void check(long runNo) {
        Run run = runs.get(runNo);
        List<String> gaps = new ArrayList<>();
        rowsAddUp(run, gaps);
        gaps.addAll(LogProof.gaps(proof.journal(run.no()), proof.topic(run.no())));
        gaps.addAll(equations.gaps(runNo, journal.all(runNo)));
        Equations.require(gaps, "Rien n'est publié ; l'exécution reste à reprendre ou à abandonner.");
    }

    private void rowsAddUp(Run run, List<String> gaps) {
        Map<String, Long> kept = new TreeMap<>();
        jdbc.sql("select file_name, count(*) from passerelle.reject where run_no = :runNo group by file_name")
                .param("runNo", run.no())
                .query(row -> {
                    kept.put(row.getString(1), row.getLong(2));
                });
        Map<String, Long> rows = run.parameters().inputs().stream().collect(Collectors.toMap(Input::name, Input::rows));
        for (RunCounts.OfFile file : Objects.requireNonNull(run.counts()).files()) {
            Counts c = file.counts();
            Equations.equal(gaps, file.name() + " : lignes lues", c.read(), "lignes expliquées", c.explained());
            Equations.equal(
                    gaps, file.name() + " : lignes du fichier", rows.getOrDefault(file.name(), 0L), "lues", c.read());
            Equations.equal(
                    gaps,
                    file.name() + " : rejets comptés",
                    c.rejected(),
                    "gardés",
                    kept.getOrDefault(file.name(), 0L));
        }
    }
}
