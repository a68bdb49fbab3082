package fr.passerelle.batch.run;

import fr.passerelle.batch.attendance.StagingRepair;
import fr.passerelle.journal.Journal;
import fr.passerelle.journal.Journal.JournalEntry;
import fr.passerelle.published.Namespace;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Run.Input;
import fr.passerelle.published.run.Run.RunParameters;
import fr.passerelle.published.run.RunCounts;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.event.RunAbandoned;
import fr.passerelle.schemas.event.RunKind;
import fr.passerelle.schemas.event.RunOpened;
import fr.passerelle.schemas.event.SourceFile;
import fr.passerelle.schemas.person.SafeWords;
import fr.passerelle.sources.territory.ReferenceFacts;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the rows of the runs, and the records on the journal by which one begins or is given up: always in a transaction, the caller's where it
 * has one, since only transactions stand behind the fence.
 */
@Repository
public class RunWriter {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The terms that a run opens on, beside what it was asked; a hash that it must give to be published, null where none is expected. */
    public record Terms(
            RunKind kind,
            Bareme bareme,
            String identity,
            @Nullable String expectedHash) {

        /** A night: whatever its results are, they are published. */
        public static Terms night(Bareme bareme, String identity) {
            return new Terms(RunKind.NIGHTLY, bareme, identity, null);
        }
    }

    private final JdbcClient jdbc;
    private final String namespace;
    private final Journal journal;
    private final Partitions partitions;
    private final ObjectProvider<ReferenceFacts> facts;
    private final DataSource dataSource;

    RunWriter(
            JdbcClient jdbc,
            Namespace namespace,
            Journal journal,
            Partitions partitions,
            ObjectProvider<ReferenceFacts> facts,
            DataSource dataSource) {
        this.jdbc = jdbc;
        this.namespace = namespace.name();
        this.journal = journal;
        this.partitions = partitions;
        this.facts = facts;
        this.dataSource = dataSource;
    }

    /** Opens a run and answers its number; what else its opening writes is given the number, in the same transaction. */
    @Transactional
    public long open(RunParameters asked, Terms terms, LongConsumer also) {
        long no = nextNo();
        Bareme bareme = terms.bareme();
        insert(no, terms, asked.on(facts.getObject().sha256()));
        List<SourceFile> sources =
                asked.inputs().stream().map(Input::toSourceFile).toList();
        String id = Run.idOf(no);
        append(
                no,
                partition -> new RunOpened(
                        no,
                        id,
                        partition,
                        terms.kind(),
                        asked.asOf(),
                        bareme.id(),
                        bareme.sha256(),
                        bareme.text(),
                        sources));
        also.accept(no);
        return no;
    }

    private long nextNo() {
        return jdbc.sql("select coalesce(max(run_no), 0) + 1 from passerelle.run")
                .query(Long.class)
                .single();
    }

    private void insert(long no, Terms terms, RunParameters asked) {
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

    /** Gives a run up: what it wrote stands, and what it only read is forgotten. Of the reason only known words are kept, so that it names nobody. */
    @Transactional
    public void abandon(Run run, String given) {
        String reason = SafeWords.show(given.strip());
        jdbc.sql("update passerelle.run set state = 'ABANDONED', failure = :reason, ended_at = now() where"
                        + " run_no = :runNo")
                .param("reason", reason)
                .param("runNo", run.no())
                .update();
        new StagingRepair(dataSource, List.of(), run.no(), run.night()).clear();
        append(run.no(), partition -> new RunAbandoned(run.no(), run.id(), partition, reason));
    }

    /** One record in each partition. */
    private void append(long no, IntFunction<SpecificRecord> record) {
        journal.append(
                no,
                IntStream.range(0, partitions.count())
                        .mapToObj(partition -> JournalEntry.run(Run.idOf(no), partition, record.apply(partition)))
                        .toList());
    }

    /** Takes one up that stopped. */
    @Transactional
    public void resume(long no) {
        jdbc.sql("update passerelle.run set state = 'OPEN', failure = null where run_no = :runNo and state = 'FAILED'")
                .param("runNo", no)
                .update();
    }

    /** Says why one stopped. */
    @Transactional
    public void fail(long no, String why) {
        jdbc.sql("update passerelle.run set state = 'FAILED', failure = :why where run_no = :runNo and state in"
                        + " ('OPEN', 'FAILED')")
                .param("why", why)
                .param("runNo", no)
                .update();
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
}
