package fr.passerelle.bench.machine;

import fr.passerelle.bench.measure.Cost;
import fr.passerelle.local.program.Deployment;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * What a deployment takes on the disk, indexes included.
 *
 * @param state bytes of what imports say
 * @param journal bytes
 * @param topics bytes of all its topics, as Kafka compresses them
 */
public record Growth(long state, long journal, long topics) {

    /** Names, in the costs, of what a night added. */
    public static final String STATE = "état";

    /** Of the journal. */
    public static final String JOURNAL = "journal";

    /** Of the topics. */
    public static final String TOPICS = "topics";

    private static final String TABLES = """
        select sum(pg_total_relation_size('passerelle.' || name))
        from unnest(array['attendance_month', 'attendance_said', 'attendance_repeat', 'line_id']) as name\
        """;
    private static final long MEBIBYTE = 1L << 20;

    /** What it takes now. */
    public static Growth of(Deployment deployment) {
        return new Growth(
                deployment.number(TABLES),
                deployment.number("select pg_total_relation_size('passerelle.journal')"),
                deployment.broker().administer(admin -> topics(admin, deployment.namespace() + ".")));
    }

    private static long topics(Admin admin, String start) throws ExecutionException, InterruptedException {
        var brokers = admin.describeCluster().nodes().get().stream()
                .map(node -> node.id())
                .toList();
        return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                .flatMap(folders -> folders.values().stream())
                .flatMap(folder -> folder.replicaInfos().entrySet().stream())
                .filter(replica -> replica.getKey().topic().startsWith(start))
                .mapToLong(replica -> replica.getValue().size())
                .sum();
    }

    /** What came since another moment, in whole mebibytes. */
    public Map<String, Cost> since(Growth before) {
        return new TreeMap<>(Map.of(
                STATE, mebibytes(state - before.state),
                JOURNAL, mebibytes(journal - before.journal),
                TOPICS, mebibytes(topics - before.topics)));
    }

    private static Cost mebibytes(long bytes) {
        return new Cost(0, Math.round((double) bytes / MEBIBYTE));
    }
}
