package fr.passerelle.batch.run;

import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.ResultHash;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Plan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the read model holds as of a run. */
@Component
public class Results {

    private static final String AT = """
        select type, id, partition, payload from (
            select distinct on (type, id, partition) type, id, partition, payload, withdrawn
            from passerelle.result where namespace = ? and run_no <= ?
            order by type, id, partition, run_no desc) as latest
        where not withdrawn
        order by type collate "C", id collate "C", partition\
        """;

    private final JdbcTemplate jdbc;
    private final String namespace;
    private final Records records = new Records();

    /** Of the namespace of these settings. */
    public Results(JdbcTemplate jdbc, Settings settings) {
        this.jdbc = jdbc;
        this.namespace = settings.namespace();
    }

    /** Those that hold as of a run, by type then id: the order of the hash. */
    public List<Result> at(long runNo) {
        return jdbc.query(
                AT,
                (row, n) -> new Result(
                        ResultHash.Type.valueOf(row.getString(1)), row.getString(2), row.getInt(3), row.getBytes(4)),
                namespace,
                runNo);
    }

    /** The scores, conversions and plans that hold as of a run. */
    public Proposals proposals(long runNo) {
        return proposals(at(runNo));
    }

    /** The conversions among results. */
    public Stream<Conversion> conversions(List<Result> results) {
        return decoded(results, ResultHash.Type.CONVERSION, Conversion.class);
    }

    /** The plans among results. */
    public Stream<Plan> plans(List<Result> results) {
        return decoded(results, ResultHash.Type.PLAN, Plan.class);
    }

    /** The scores, conversions and plans among results. */
    Proposals proposals(List<Result> results) {
        return Proposals.of(
                decoded(results, ResultHash.Type.SCORE, Frequentation.class).toList(),
                conversions(results).toList(),
                plans(results).toList());
    }

    /** The hash of each partition's own results. */
    static Map<Integer, String> partialHashes(List<Result> results) {
        Map<Integer, ResultHash> hashes = new TreeMap<>();
        results.forEach(result -> hashes.computeIfAbsent(result.partition(), p -> new ResultHash())
                .add(result.type(), result.id(), result.payload()));
        Map<Integer, String> partial = new TreeMap<>();
        hashes.forEach((partition, hash) -> partial.put(partition, hash.partial()));
        return partial;
    }

    /** The hash of a run: of its results in the order of {@link #at}, its barème and its month, YYYY-MM. */
    public static String hash(List<Result> results, String baremeHash, String asOf) {
        ResultHash hash = new ResultHash();
        results.forEach(result -> hash.add(result.type(), result.id(), result.payload()));
        return hash.of(baremeHash, asOf);
    }

    private <T extends SpecificRecord> Stream<T> decoded(List<Result> results, ResultHash.Type type, Class<T> record) {
        return results.stream()
                .filter(result -> result.type() == type)
                .map(result ->
                        records.decode(result.payload(), SpecificData.get().getSchema(record), record));
    }
}
