package fr.passerelle.batch.run;

import fr.passerelle.published.Namespace;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Run.RunParameters;
import fr.passerelle.published.run.RunCounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Writes the rows of the runs. Each change is in the caller's transaction, or in one of its own where the caller has none. */
@Repository
public class RunWriter {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final String namespace;

    RunWriter(JdbcClient jdbc, TransactionOperations transaction, Namespace namespace) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.namespace = namespace.name();
    }

    long nextNo() {
        return jdbc.sql("select coalesce(max(run_no), 0) + 1 from passerelle.run")
                .query(Long.class)
                .single();
    }

    void open(long no, Opening.Terms terms, RunParameters asked) {
        jdbc.sql("""
            insert into passerelle.run (run_no, run_id, namespace, kind, state, identity, as_of, bareme_id, bareme_hash,
                                        bareme_text, expected_hash, parameters)
            values (:runNo, :runId, :namespace, :kind, 'OPEN', :identity, :asOf, :baremeId, :baremeHash,
                    :baremeText, :expectedHash, :parameters::jsonb)\
            """)
                .param("runNo", no)
                .param("runId", Run.idOf(no))
                .param("namespace", namespace)
                .param("kind", terms.kind().name())
                .param("identity", terms.identity())
                .param("asOf", asked.asOf())
                .param("baremeId", terms.bareme().id())
                .param("baremeHash", terms.bareme().sha256())
                .param("baremeText", terms.bareme().text())
                .param("expectedHash", terms.expectedHash())
                .param("parameters", JSON.writeValueAsString(asked))
                .update();
        asked.inputs()
                .forEach(input -> jdbc.sql(
                                "insert into passerelle.source_file (run_no, role, sha256, name, rows, lines) values"
                                        + " (:runNo, :role, :sha256, :name, :rows, :lines::jsonb)")
                        .param("runNo", no)
                        .param("role", input.role().name())
                        .param("sha256", input.sha256())
                        .param("name", input.name())
                        .param("rows", input.rows())
                        .param("lines", JSON.writeValueAsString(input.lines()))
                        .update());
    }

    void resume(long no) {
        fenced(jdbc.sql("update passerelle.run set state = 'OPEN', failure = null where run_no = :runNo and state ="
                        + " 'FAILED'")
                .param("runNo", no));
    }

    public void fail(long no, String why) {
        fenced(jdbc.sql("update passerelle.run set state = 'FAILED', failure = :why where run_no = :runNo and state in"
                        + " ('OPEN', 'FAILED')")
                .param("why", why)
                .param("runNo", no));
    }

    /** In a transaction, since only transactions stand behind the fence. */
    private void fenced(JdbcClient.StatementSpec update) {
        transaction.executeWithoutResult(status -> update.update());
    }

    void close(long no, String asOf, RunCounts counts, boolean demonstration) {
        jdbc.sql("update passerelle.run set as_of = :asOf, counts = :counts::jsonb, demonstration ="
                        + " :demonstration where run_no = :runNo")
                .param("asOf", asOf)
                .param("counts", JSON.writeValueAsString(counts))
                .param("demonstration", demonstration)
                .param("runNo", no)
                .update();
    }

    void publish(long no, String resultHash) {
        jdbc.sql("update passerelle.run set state = 'PUBLISHED', result_hash = :resultHash, ended_at = now()"
                        + " where run_no = :runNo")
                .param("resultHash", resultHash)
                .param("runNo", no)
                .update();
        jdbc.sql("""
            insert into passerelle.current_run (namespace, run_no) values (:namespace, :runNo)
            on conflict (namespace) do update set run_no = excluded.run_no\
            """).param("namespace", namespace).param("runNo", no).update();
    }

    void abandon(long no, String reason) {
        jdbc.sql("update passerelle.run set state = 'ABANDONED', failure = :reason, ended_at = now() where"
                        + " run_no = :runNo")
                .param("reason", reason)
                .param("runNo", no)
                .update();
    }
}
