package fr.passerelle.proof;

import fr.passerelle.schemas.contract.ResultHash;
import java.sql.Connection;
import java.sql.SQLException;

/** The hash of the current run made that of the results that a test has put there: nobody shows others. */
final class RunHash {

    private static final String RESULTS = """
        select r.type, r.id, r.payload from passerelle.current_run c, passerelle.results_as_of(c.namespace, c.run_no) r
        order by r.type, r.id collate "C"\
        """;
    private static final String RUN =
            "select r.bareme_hash, r.as_of, r.run_no from passerelle.run r join passerelle.current_run using (run_no)";

    private RunHash() {}

    static void renew(Connection database) throws SQLException {
        var hash = new ResultHash();
        try (var statement = database.createStatement()) {
            try (var rows = statement.executeQuery(RESULTS)) {
                while (rows.next()) {
                    hash.add(ResultHash.Type.valueOf(rows.getString(1)), rows.getString(2), rows.getBytes(3));
                }
            }
            try (var run = statement.executeQuery(RUN)) {
                run.next();
                var update = "update passerelle.run set result_hash = '%s' where run_no = %d"
                        .formatted(hash.of(run.getString(1), run.getString(2)), run.getLong(3));
                statement.execute(update);
            }
        }
    }
}
