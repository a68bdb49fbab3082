package fr.passerelle.console.reading;

import fr.passerelle.published.Namespace;
import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.result.Results.HashMismatch;
import fr.passerelle.published.result.Results.Result;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.contract.ResultHash;
import fr.passerelle.schemas.event.Plan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Results that earlier runs published. */
@Component
public class PastResults {

    private static final String RUN = "r.run_no, r.run_id, r.as_of, r.bareme_id, r.ended_at";
    private static final String BEFORE = "select " + RUN + """
         from passerelle.run r
        where r.namespace = :namespace and r.state = 'PUBLISHED' and r.run_no < :run order by r.run_no desc limit 1\
        """;
    /** A run that was given up leaves results that only the next published one shows. */
    private static final String PLANS = "select distinct on (r.run_no) " + RUN + """
        , p.payload, p.schema_fingerprint from passerelle.result p
        join lateral (select * from passerelle.run
            where namespace = p.namespace and state = 'PUBLISHED' and run_no >= p.run_no
            order by run_no limit 1) r on true
        where p.namespace = :namespace and p.type = 'PLAN' and p.id = :epci and r.run_no <= :run
        order by r.run_no desc, p.run_no desc, p.withdrawn\
        """;

    private final JdbcClient jdbc;
    private final Results results;
    private final String namespace;
    private final PayloadReader payloads;
    private final Map<Long, Map<String, String>> published = new ConcurrentHashMap<>();

    PastResults(JdbcClient jdbc, Results results, Namespace namespace) {
        this.jdbc = jdbc;
        this.payloads = RegisteredSchemas.reader(jdbc);
        this.results = results;
        this.namespace = namespace.name();
    }

    /** The run that was published before this one; empty for the first. */
    public Optional<PastRun> before(PublishedRun run) {
        return jdbc.sql(BEFORE)
                .param("namespace", namespace)
                .param("run", run.no())
                .query((row, n) -> run(row))
                .optional();
    }

    /** All that held as of a run. */
    public Proposals at(PastRun run) {
        return results.proposals(run.no());
    }

    /**
     * Each plan that an EPCI was proposed up to a run, the latest first: a run that changed nothing of it is not there. The hash of a run
     * is computed once, when first asked for; then a plan is held against what it was.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<PastPlan> plans(String siren, PublishedRun upTo) {
        return jdbc.sql(PLANS)
                .param("namespace", namespace)
                .param("epci", siren)
                .param("run", upTo.no())
                .query((row, n) -> plan(siren, run(row), row))
                .list();
    }

    private PastPlan plan(String siren, PastRun run, ResultSet row) throws SQLException {
        byte[] payload = row.getBytes("payload");
        boolean holds =
                payload == null || digest(payload).equals(digests(run.no()).get(siren));
        return new PastPlan(run, holds ? plan(row) : null, holds);
    }

    /** That of each plan that a run published; none while its hash does not hold. */
    private Map<String, String> digests(long runNo) {
        Map<String, String> known = published.get(runNo);
        if (known != null) {
            return known;
        }
        Map<String, String> digests = new HashMap<>();
        try {
            results.check(runNo, result -> add(result, digests));
        } catch (HashMismatch e) {
            return Map.of();
        }
        published.put(runNo, digests);
        return digests;
    }

    private static void add(Result result, Map<String, String> digests) {
        if (result.type() == ResultHash.Type.PLAN) {
            digests.put(result.id(), digest(result.payload()));
        }
    }

    private static String digest(byte[] payload) {
        return new ResultHash().add(ResultHash.Type.PLAN, "", payload).partial();
    }

    private @Nullable Plan plan(ResultSet row) throws SQLException {
        byte[] payload = row.getBytes("payload");
        return payload == null ? null : payloads.read(payload, row.getLong("schema_fingerprint"), Plan.class);
    }

    private static PastRun run(ResultSet row) throws SQLException {
        return new PastRun(
                row.getLong("run_no"),
                row.getString("run_id"),
                row.getString("as_of"),
                row.getString("bareme_id"),
                row.getTimestamp("ended_at").toInstant());
    }

    /**
     * What a run said anew of an EPCI.
     *
     * @param run the first published run that held it
     * @param plan its plan; null where it was withdrawn, and where it is not what was published
     * @param holds whether it is what was published: the hash of the run says so
     */
    public record PastPlan(PastRun run, @Nullable Plan plan, boolean holds) {}

    /**
     * A run that was published, now or before.
     *
     * @param no its number, from 1
     * @param id as people say it, such as N-000012
     * @param asOf month of the situation, YYYY-MM
     * @param baremeId such as 2017-05
     * @param endedAt when it was published
     */
    public record PastRun(long no, String id, String asOf, String baremeId, Instant endedAt) {}
}
