package fr.passerelle.batch.rebuild;

import org.springframework.jdbc.core.JdbcTemplate;

/** Empties the read model before its topics are written again. Each statement may be repeated. */
final class ReadModelCleanup {

    private final JdbcTemplate jdbc;
    private final String namespace;

    ReadModelCleanup(JdbcTemplate jdbc, String namespace) {
        this.jdbc = jdbc;
        this.namespace = namespace;
    }

    /**
     * Removes what the partitions said of all runs, which they will say again, and the results of runs that are not over or that the
     * database does not know, since it is older than they are. The results of the others stay readable and are written again as they are.
     *
     * @param all whether to remove those too
     * @return how many results were removed
     */
    long forget(boolean all) {
        jdbc.update("delete from passerelle.run_scored where namespace = ?", namespace);
        jdbc.update("delete from passerelle.dead_letter_handled where namespace = ?", namespace);
        return jdbc.update("""
            delete from passerelle.result r where r.namespace = ? and (? or not exists (
                select from passerelle.run o
                where o.run_no = r.run_no and o.namespace = r.namespace and o.state in ('PUBLISHED', 'ABANDONED')))\
            """, namespace, all);
    }
}
