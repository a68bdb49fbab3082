package fr.passerelle.batch.run;

import fr.passerelle.published.Namespace;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunCounts;
import fr.passerelle.published.run.RunParameters;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Writes the rows of the runs. Each change is in the caller's transaction, or in one of its own where the caller has none. */
@Repository
public class RunWriter {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final String namespace;

    RunWriter(JdbcTemplate jdbc, TransactionOperations transaction, Namespace namespace) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.namespace = namespace.name();
    }

    long nextNo() {
        Long next = jdbc.queryForObject("select coalesce(max(run_no), 0) + 1 from passerelle.run", Long.class);
        return next == null ? 1 : next;
    }

    void open(long no, RunTerms runTerms, RunParameters asked) {
        jdbc.update(
                """
                insert into passerelle.run (run_no, run_id, namespace, kind, state, identity, as_of, bareme_id, bareme_hash,
                                            bareme_text, expected_hash, parameters)
                values (?, ?, ?, ?, 'OPEN', ?, ?, ?, ?, ?, ?, ?::jsonb)\
                """,
                no,
                Run.idOf(no),
                namespace,
                runTerms.kind().name(),
                runTerms.identity(),
                asked.asOf(),
                runTerms.bareme().id(),
                runTerms.bareme().sha256(),
                runTerms.bareme().text(),
                runTerms.expectedHash(),
                JSON.writeValueAsString(asked));
        asked.inputs()
                .forEach(input -> jdbc.update(
                        "insert into passerelle.source_file (run_no, role, sha256, name, rows, lines) values (?, ?, ?,"
                                + " ?, ?, ?::jsonb)",
                        no,
                        input.role().name(),
                        input.sha256(),
                        input.name(),
                        input.rows(),
                        JSON.writeValueAsString(input.lines())));
    }

    void resume(long no) {
        fenced("update passerelle.run set state = 'OPEN', failure = null where run_no = ? and state = 'FAILED'", no);
    }

    public void fail(long no, String why) {
        fenced(
                "update passerelle.run set state = 'FAILED', failure = ? where run_no = ? and state in ('OPEN',"
                        + " 'FAILED')",
                why,
                no);
    }

    /** In a transaction, since only transactions stand behind the fence. */
    private void fenced(String update, Object... arguments) {
        transaction.executeWithoutResult(status -> jdbc.update(update, arguments));
    }

    void close(long no, String asOf, RunCounts counts, boolean demonstration) {
        jdbc.update(
                "update passerelle.run set as_of = ?, counts = ?::jsonb, demonstration = ? where run_no = ?",
                asOf,
                JSON.writeValueAsString(counts),
                demonstration,
                no);
    }

    void publish(long no, String resultHash) {
        jdbc.update(
                "update passerelle.run set state = 'PUBLISHED', result_hash = ?, ended_at = now() where run_no = ?",
                resultHash,
                no);
        jdbc.update("""
            insert into passerelle.current_run (namespace, run_no) values (?, ?)
            on conflict (namespace) do update set run_no = excluded.run_no\
            """, namespace, no);
    }

    void abandon(long no, String reason) {
        jdbc.update(
                "update passerelle.run set state = 'ABANDONED', failure = ?, ended_at = now() where run_no = ?",
                reason,
                no);
    }
}
