package fr.passerelle.faults.machine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of the database. */
record DatabaseRows(Connection connection) {

    <T> List<T> rows(String sql, Row<T> of) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<T>();
            while (found.next()) {
                rows.add(of.read(found));
            }
            return rows;
        }
    }

    /** What a row becomes. */
    interface Row<T> {
        @Nullable
        T read(ResultSet row) throws SQLException;
    }
}
