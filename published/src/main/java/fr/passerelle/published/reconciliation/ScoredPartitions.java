package fr.passerelle.published.reconciliation;

import fr.passerelle.published.Namespace;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What {@code events} said of a run, partition by partition, and how many rows of it the read model holds. */
@Component
public class ScoredPartitions {

    private static final String PARTITIONS = """
        select s.partition, s.complete, s.records_expected, s.records_seen, s.rooms,
               s.scores_emitted + s.conversions_emitted + s.plans_emitted as announced, s.conversions_current,
               s.plans_current, s.partial_hash,
               (select count(*) from passerelle.result r
                where r.namespace = s.namespace and r.run_no = s.run_no and r.partition = s.partition) as rows
        from passerelle.run_scored s where s.namespace = ? and s.run_no = ? order by s.partition\
        """;

    private final JdbcTemplate jdbc;
    private final String namespace;

    /** Of the namespace. */
    public ScoredPartitions(JdbcTemplate jdbc, Namespace namespace) {
        this.jdbc = jdbc;
        this.namespace = namespace.name();
    }

    /**
     * A partition that is done.
     *
     * @param expected data records it should have seen since the beginning of the log
     * @param announced results it emitted in this run
     * @param rows of these, those in the read model
     */
    public record Partition(
            int partition,
            boolean complete,
            long expected,
            long seen,
            long rooms,
            long announced,
            int conversions,
            int plans,
            String partialHash,
            long rows) {}

    /** How far a run is: partitions done, of these incomplete, results announced and there. */
    public record Count(int partitions, int incomplete, long announced, long rows) {

        /** Whether all partitions are done, and all that they announced is there. */
        public boolean complete(int all) {
            return partitions == all && announced == rows;
        }
    }

    /** The partitions that are done. */
    public List<Partition> partitions(long runNo) {
        return jdbc.query(
                PARTITIONS,
                (row, n) -> new Partition(
                        row.getInt(1),
                        row.getBoolean(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getInt(7),
                        row.getInt(8),
                        row.getString(9),
                        row.getLong(10)),
                namespace,
                runNo);
    }

    /** How far a run is. */
    public Count count(long runNo) {
        List<Partition> done = partitions(runNo);
        return new Count(
                done.size(),
                (int) done.stream().filter(partition -> !partition.complete()).count(),
                done.stream().mapToLong(Partition::announced).sum(),
                done.stream().mapToLong(Partition::rows).sum());
    }
}
