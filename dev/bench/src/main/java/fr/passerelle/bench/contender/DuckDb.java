package fr.passerelle.bench.contender;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What an analyst would do alone: the file read in place, monthly sums, a score a room in SQL (its rank by mean monthly presences). No event,
 * no reject, no restart.
 */
final class DuckDb implements BenchContender {

    private static final String SCORES = """
        with attendance as (
            select id_salle, periode_debut, presences from read_csv(?, delim = ';', header = true)
        ), months as (
            select id_salle, date_trunc('month', periode_debut) as month, sum(presences) as presences, count(*) as rows
            from attendance group by all
        ), scores as (
            select id_salle, percent_rank() over (order by avg(presences)) as score, sum(presences) as presences,
                   sum(rows) as rows
            from months group by id_salle
        )
        select sum(rows), sum(presences), count(score) from scores\
        """;

    @Override
    public WorkResult run(Work work) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement threads = connection.createStatement();
                var scores = connection.prepareStatement(SCORES)) {
            threads.execute("set memory_limit = '1GB'");
            long start = System.nanoTime();
            scores.setString(1, work.attendance().toString());
            try (ResultSet row = scores.executeQuery()) {
                row.next();
                return WorkResult.since(start, row.getLong(1), row.getLong(2));
            }
        }
    }
}
