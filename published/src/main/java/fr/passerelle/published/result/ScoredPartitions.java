package fr.passerelle.published.result;

import fr.passerelle.published.Namespace;
import java.util.List;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What {@code events} said of a run, partition by partition, and how many rows of it the read model holds. */
@Component
public record ScoredPartitions(JdbcClient jdbc, Namespace namespace) {

    private static final String PARTITIONS = """
        select s.partition, s.complete, s.records_expected as expected, s.records_seen as seen, s.rooms,
               s.scores_emitted + s.conversions_emitted + s.plans_emitted as announced,
               s.partial_hash,
               (select count(*) from passerelle.result r
                where r.namespace = s.namespace and r.run_no = s.run_no and r.partition = s.partition
                  and not r.awaited) as rows
        from passerelle.run_scored s where s.namespace = :namespace and s.run_no = :runNo order by s.partition\
        """;

    /**
     * A partition that is done: the data records that it should have seen since the beginning of the log, and saw, the results that it announced in
     * this run, and those of them that the read model has.
     */
    public record Partition(
            int partition,
            boolean complete,
            long expected,
            long seen,
            long rooms,
            long announced,
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
        return jdbc.sql(PARTITIONS)
                .param("namespace", namespace.name())
                .param("runNo", runNo)
                .query(new SimplePropertyRowMapper<>(Partition.class))
                .list();
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
