package fr.passerelle.batch.rebuild;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Empties the read model before its topics are written again. Each statement may be repeated. */
final class ReadModelCleanup {

    private final JdbcClient jdbc;
    private final String namespace;

    ReadModelCleanup(JdbcClient jdbc, String namespace) {
        this.jdbc = jdbc;
        this.namespace = namespace;
    }

    /**
     * Removes what the partitions said of all runs, which they will say again, and the results of runs that are not over or that the
     * database does not know, since it is older than they are. The results of the others stay readable, and are awaited until they are written
     * again as they are.
     *
     * @param all whether to remove those too
     * @return how many results were removed
     */
    long forget(boolean all) {
        forget("delete from passerelle.run_scored where namespace = :namespace").update();
        forget("delete from passerelle.dead_letter_handled where namespace = :namespace")
                .update();
        long forgotten = forget("""
            delete from passerelle.result r where r.namespace = :namespace and (:all or not exists (
                select from passerelle.run o
                where o.run_no = r.run_no and o.namespace = r.namespace and o.state in ('PUBLISHED', 'ABANDONED')))\
            """).param("all", all).update();
        forget("update passerelle.result set awaited = true where namespace = :namespace")
                .update();
        return forgotten;
    }

    private JdbcClient.StatementSpec forget(String delete) {
        return jdbc.sql(delete).param("namespace", namespace);
    }
}
