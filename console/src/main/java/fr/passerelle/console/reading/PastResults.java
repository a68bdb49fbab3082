package fr.passerelle.console.reading;

import fr.passerelle.published.Namespace;
import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.result.Results.HashMismatch;
import fr.passerelle.published.result.Results.Result;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.contract.ResultHash;
import fr.passerelle.schemas.event.Plan;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    /** A run that was given up leaves results that only the next published one shows. */
    private static final String PLANS = """
        select distinct on (r.run_no) r.*, p.payload, p.schema_fingerprint from passerelle.result p
        join lateral (select * from passerelle.run
            where namespace = p.namespace and state = 'PUBLISHED' and run_no >= p.run_no
            order by run_no limit 1) r on true
        where p.namespace = :namespace and p.type = 'PLAN' and p.id = :epci and r.run_no <= :run
        order by r.run_no desc, p.run_no desc, p.withdrawn\
        """;

    private final JdbcClient jdbc;
    private final Results results;
    private final Runs runs;
    private final String namespace;
    private final PayloadReader payloads;
    private final Map<Long, Map<String, String>> published = new ConcurrentHashMap<>();

    PastResults(JdbcClient jdbc, Results results, Runs runs, Namespace namespace) {
        this.jdbc = jdbc;
        this.payloads = RegisteredSchemas.reader(jdbc);
        this.results = results;
        this.runs = runs;
        this.namespace = namespace.name();
    }

    /** The run that was published before this one; empty for the first. */
    public Optional<Run> before(PublishedRun run) {
        return runs.publishedBefore(run.no());
    }

    /** All that held as of a run. */
    public Proposals at(Run run) {
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
                .query((row, n) -> plan(siren, Runs.run(row, n), row))
                .list();
    }

    private PastPlan plan(String siren, Run run, ResultSet row) throws SQLException {
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

    /**
     * What a run said anew of an EPCI, the first published one that held it; the plan is null where it was withdrawn, and where it does not hold,
     * the hash of the run saying that it is not what was published.
     */
    public record PastPlan(Run run, @Nullable Plan plan, boolean holds) {}
}
