package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.server.Endpoints;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A completed replay whose results are those of another system, which was given the same files under another barème from its first night
 * on: what a replay has to find.
 */
record Shadow(LivingSystem system, LivingSystem other) {

    private static final String NAMESPACE = "passerelle.replay.r-%06d";

    /** Writes it, up to the system's last run. */
    void completed(int no, String scope, String resultHash) throws SQLException {
        try (Connection here = connect(system.endpoints());
                Connection there = connect(other.endpoints())) {
            copyResults(there, here, NAMESPACE.formatted(no));
            row(there, here, no, scope, resultHash);
        }
    }

    private void copyResults(Connection there, Connection here, String namespace) throws SQLException {
        int copied = 0;
        try (Statement read = there.createStatement();
                ResultSet rows = read.executeQuery("select type, id, partition, epci, withdrawn, payload, doc::text"
                        + " from passerelle.result where namespace = '" + other.namespace() + "'");
                PreparedStatement write = here.prepareStatement(
                        "insert into passerelle.result (namespace, type, id, run_no, partition, epci, withdrawn,"
                                + " payload, doc) values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb) on conflict do nothing")) {
            while (rows.next()) {
                write.setString(1, namespace);
                write.setString(2, rows.getString(1));
                write.setString(3, rows.getString(2));
                write.setLong(4, Long.parseLong(namespace.substring(namespace.length() - 6)));
                write.setInt(5, rows.getInt(3));
                write.setString(6, rows.getString(4));
                write.setBoolean(7, rows.getBoolean(5));
                write.setBytes(8, rows.getBytes(6));
                write.setString(9, rows.getString(7));
                copied += write.executeUpdate();
            }
        }
        assertThat(copied).isPositive();
    }

    private static void row(Connection there, Connection here, int no, String scope, String resultHash)
            throws SQLException {
        try (Statement read = there.createStatement();
                ResultSet run = read.executeQuery(
                        "select bareme_id, bareme_hash, bareme_text, as_of from passerelle.run where run_no = 1");
                PreparedStatement write = here.prepareStatement("""
                    insert into passerelle.replay (replay_no, replay_id, namespace, state, bareme_id, bareme_hash, bareme_text,
                        as_of, base_run_no, scope, manifest, manifest_hash, reason, account, result_hash, ended_at)
                    select ?, ?, ?, 'COMPLETED', ?, ?, ?, ?, max(run_no), ?::jsonb,
                        jsonb_build_object('head', (select max(seq) from passerelle.journal), 'records', '{}'::jsonb, 'sha256', ''),
                        'manifeste', 'Comparer deux barèmes', 'c-1', ?, now() from passerelle.run\
                    """)) {
            run.next();
            write.setInt(1, no);
            write.setString(2, "R-%06d".formatted(no));
            write.setString(3, NAMESPACE.formatted(no));
            for (int i = 1; i <= 4; i++) {
                write.setString(3 + i, run.getString(i));
            }
            write.setString(8, scope);
            write.setString(9, resultHash);
            assertThat(write.executeUpdate()).isEqualTo(1);
        }
    }

    private static Connection connect(Endpoints endpoints) throws SQLException {
        return DriverManager.getConnection(
                endpoints.postgresUrl(), endpoints.postgresUser(), endpoints.postgresPassword());
    }
}
