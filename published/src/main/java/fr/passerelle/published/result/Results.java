package fr.passerelle.published.result;

import fr.passerelle.published.Namespace;
import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.contract.Records.UndecodableRecord;
import fr.passerelle.schemas.contract.ResultHash;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Plan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the read model holds as of a run, one by one: all of them are more than a memory holds. They are fetched little by little where the
 * caller has a transaction, else all at once.
 */
@Component
public class Results {

    /** Rows fetched at once: of a room some KB, a plan may be several MB. */
    private static final int FETCHED_OF_ROOMS = 256;

    private static final int FETCHED_OF_PLANS = 2;

    private static final String AT = """
        select payload, schema_fingerprint, id, partition from (
            select distinct on (id, partition) id, partition, payload, schema_fingerprint, withdrawn
            from passerelle.result where namespace = :namespace and type = :type and run_no <= :run
            order by id, partition, run_no desc) as latest
        where not withdrawn
        order by id collate "C", partition\
        """;
    private static final String COUNTS =
            "select type, count(*) from passerelle.results_as_of(:namespace, :run) group by type";
    private static final String CHANGED = """
        select was.payload, was.schema_fingerprint, now.payload, now.schema_fingerprint
        from (select * from passerelle.results_as_of(:namespace, :before) where type = :type) as was
        full join (select * from passerelle.results_as_of(:namespace, :run) where type = :type) as now using (id)
        where now.run_no is null or now.run_no > :before
        order by id collate "C"\
        """;
    private static final String UNCHANGED =
            " from passerelle.results_as_of(:namespace, :run)" + " where type = :type and run_no <= :before";

    private static final String HASH = """
        select run_id as id, bareme_hash, as_of, result_hash from passerelle.run
        where namespace = :namespace and run_no = :run and result_hash is not null
        union all
        select study_id, question ->> 'baremeHash', question ->> 'asOf', answer_hash from passerelle.study
        where namespace = :namespace and study_no = :run and answer_hash is not null\
        """;

    private final JdbcClient jdbc;
    private final String namespace;
    private final PayloadReader payloads;

    /** Of the namespace. */
    public Results(JdbcClient jdbc, Namespace namespace) {
        this.jdbc = jdbc;
        this.namespace = namespace.name();
        this.payloads = RegisteredSchemas.reader(jdbc);
    }

    /** The same of another namespace: that of a replay. */
    public Results in(String other) {
        return new Results(jdbc, new Namespace(other));
    }

    /** Hands those that hold as of a run over, by type then id: the order of the hash. */
    public void each(long runNo, Consumer<Result> take) {
        for (ResultHash.Type type : ResultHash.Type.values()) {
            RowCallbackHandler each = row ->
                    take.accept(new Result(type, row.getString(3), row.getInt(4), row.getBytes(1), row.getLong(2)));
            on(AT, type, runNo).query(each);
        }
    }

    /** Hands those of a kind over, by id. */
    public <T extends SpecificRecord> void each(ResultKind<T> kind, long runNo, Consumer<T> take) {
        RowCallbackHandler each = row -> take.accept(read(kind, row));
        on(AT, kind.type(), runNo).query(each);
    }

    /** Hands those of a kind over that changed since an earlier run, as they were and as they are, by id. */
    <T extends SpecificRecord> void changed(
            ResultKind<T> kind, long before, long runNo, BiConsumer<@Nullable T, @Nullable T> take) {
        RowCallbackHandler each = row -> take.accept(readOrNull(kind, row, 1), readOrNull(kind, row, 3));
        on(CHANGED, kind.type(), runNo).param("before", before).query(each);
    }

    /** Hands those of a kind over that are what they were at an earlier run, in any order. */
    <T extends SpecificRecord> void unchanged(ResultKind<T> kind, long before, long runNo, Consumer<T> take) {
        RowCallbackHandler each = row -> take.accept(read(kind, row));
        on("select payload, schema_fingerprint" + UNCHANGED, kind.type(), runNo)
                .param("before", before)
                .query(each);
    }

    /** How many of a kind these are. */
    int countUnchanged(ResultKind<?> kind, long before, long runNo) {
        return on("select count(*)" + UNCHANGED, kind.type(), runNo)
                .param("before", before)
                .query(Integer.class)
                .single();
    }

    /** The scores, conversions and plans that hold as of a run; {@link HashMismatch} where they are not those that were published as its results. */
    public Proposals proposals(long runNo) {
        List<Frequentation> scores = new ArrayList<>();
        List<Conversion> conversions = new ArrayList<>();
        List<Plan> plans = new ArrayList<>();
        check(runNo, result -> {
            switch (result.type()) {
                case SCORE -> scores.add(read(ResultKind.SCORE, result));
                case CONVERSION -> conversions.add(read(ResultKind.CONVERSION, result));
                case PLAN -> plans.add(read(ResultKind.PLAN, result));
            }
        });
        return Proposals.of(scores, conversions, plans);
    }

    /** Throws {@link HashMismatch} where what holds as of a run is not what was published as its results, if they were. */
    public void check(long runNo) {
        check(runNo, result -> {});
    }

    /** The same, and hands them over on the way, by type then id: it may find out after some of them. */
    public void check(long runNo, Consumer<Result> take) {
        Optional<PublishedHash> published = jdbc.sql(HASH)
                .param("namespace", namespace)
                .param("run", runNo)
                .query(PublishedHash.class)
                .optional();
        if (published.isEmpty()) {
            each(runNo, take);
            return;
        }
        PublishedHash told = published.get();
        ResultHash hash = new ResultHash();
        try {
            each(runNo, result -> {
                hash.add(result.type(), result.id(), result.payload());
                take.accept(result);
            });
        } catch (UndecodableRecord | IllegalArgumentException e) {
            throw new HashMismatch(told.id());
        }
        if (!told.resultHash().equals(hash.of(told.baremeHash(), told.asOf()))) {
            throw new HashMismatch(told.id());
        }
    }

    /** How many hold as of a run, by type. */
    public Map<String, Integer> counts(long runNo) {
        Map<String, Integer> counts = new TreeMap<>();
        RowCallbackHandler add = row -> counts.put(row.getString(1), row.getInt(2));
        jdbc.sql(COUNTS).param("namespace", namespace).param("run", runNo).query(add);
        return counts;
    }

    /** The hash of a run as of a month, YYYY-MM: of the bytes as they were published, whatever the contract is since. */
    public String hash(long runNo, String baremeHash, String asOf) {
        ResultHash hash = new ResultHash();
        each(runNo, result -> hash.add(result.type(), result.id(), result.payload()));
        return hash.of(baremeHash, asOf);
    }

    /** The record of one that this hands over. */
    public <T extends SpecificRecord> T read(ResultKind<T> kind, Result result) {
        return payloads.read(result.payload(), result.fingerprint(), kind.record());
    }

    private <T extends SpecificRecord> T read(ResultKind<T> kind, ResultSet row) throws SQLException {
        return payloads.read(row.getBytes(1), row.getLong(2), kind.record());
    }

    private <T extends SpecificRecord> @Nullable T readOrNull(ResultKind<T> kind, ResultSet row, int column)
            throws SQLException {
        byte[] payload = row.getBytes(column);
        return payload == null ? null : payloads.read(payload, row.getLong(column + 1), kind.record());
    }

    private JdbcClient.StatementSpec on(String sql, ResultHash.Type type, long runNo) {
        return jdbc.sql(sql)
                .withFetchSize(type == ResultHash.Type.PLAN ? FETCHED_OF_PLANS : FETCHED_OF_ROOMS)
                .param("namespace", namespace)
                .param("type", type.name())
                .param("run", runNo);
    }

    /**
     * A result that holds, of a room by its identifier or of an EPCI by SIREN: the partition that said it, its bare Avro bytes as they were when it
     * was published, and the fingerprint of the schema of the record that they came in.
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Result(ResultHash.Type type, String id, int partition, byte[] payload, long fingerprint) {}

    /** What results are records of. */
    public record ResultKind<T extends SpecificRecord>(ResultHash.Type type, Class<T> record) {

        public static final ResultKind<Frequentation> SCORE =
                new ResultKind<>(ResultHash.Type.SCORE, Frequentation.class);
        public static final ResultKind<Conversion> CONVERSION =
                new ResultKind<>(ResultHash.Type.CONVERSION, Conversion.class);
        public static final ResultKind<Plan> PLAN = new ResultKind<>(ResultHash.Type.PLAN, Plan.class);
    }

    /** The hash under which a run was published, or a replay completed, as of a month (YYYY-MM). */
    private record PublishedHash(String id, String baremeHash, String asOf, String resultHash) {}

    /** What the read model holds as of a run, or of a replay, is not what was published under its hash: none of it is shown. */
    public static final class HashMismatch extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** @param run as people say it, such as N-000012 */
        HashMismatch(String run) {
            super("Les résultats de " + run
                    + " ne sont plus ceux qui ont été publiés : leur empreinte n'est plus la sienne, une ligne a été"
                    + " changée depuis. Rien n'en est montré, ni exporté. « ./passerelle verify --deep » dit laquelle ;"
                    + " arrêtez events, puis « ./passerelle rebuild-topics --empty » les refait depuis le journal.");
        }
    }
}
