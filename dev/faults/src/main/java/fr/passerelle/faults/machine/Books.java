package fr.passerelle.faults.machine;

import fr.passerelle.faults.check.RunAccounts;
import java.sql.SQLException;
import java.util.List;

/** What the runs of a system counted. */
record Books(DatabaseRows table) {

    private static final String FILES = """
        select r.run_no, f ->> 'name', (f -> 'counts' ->> 'read')::bigint,
               (f -> 'counts' ->> 'accepted')::bigint + (f -> 'counts' ->> 'unchanged')::bigint
                 + (f -> 'counts' ->> 'rejected')::bigint + (f -> 'counts' ->> 'controls')::bigint,
               (f -> 'counts' ->> 'rejected')::bigint
        from passerelle.run r, jsonb_array_elements(r.counts -> 'files') f where r.state = 'PUBLISHED'\
        """;
    private static final String SCORED = """
        select run_no, partition, complete, records_expected, records_seen,
               scores_emitted + conversions_emitted + plans_emitted
        from passerelle.run_scored\
        """;

    RunAccounts accounts() throws SQLException {
        return new RunAccounts(runs(), files(), scored(), rejects());
    }

    private List<RunAccounts.Run> runs() throws SQLException {
        return table.rows(
                "select run_no, state, coalesce(result_hash, '') from passerelle.run order by run_no",
                row -> new RunAccounts.Run(row.getLong(1), row.getString(2), row.getString(3)));
    }

    private List<RunAccounts.FileCounts> files() throws SQLException {
        return table.rows(
                FILES,
                row -> new RunAccounts.FileCounts(
                        row.getLong(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5)));
    }

    private List<RunAccounts.Scored> scored() throws SQLException {
        return table.rows(
                SCORED,
                row -> new RunAccounts.Scored(
                        row.getLong(1),
                        row.getInt(2),
                        row.getBoolean(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)));
    }

    private List<RunAccounts.Reject> rejects() throws SQLException {
        return table.rows(
                "select run_no, file_name, sha256, line, reason, cells::text from passerelle.reject",
                row -> new RunAccounts.Reject(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6)));
    }
}
