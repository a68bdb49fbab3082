package fr.passerelle.local.program;

import fr.passerelle.local.process.LocalFault;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.MonthReported;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The months of rooms as the journal told each last, whether or not their rooms are still there. */
public final class JournalMonths {

    private static final String LATEST =
            "select distinct on (room_id, month) payload from passerelle.month_version order by room_id, month, seq"
                    + " desc";

    private JournalMonths() {}

    /** By room and month. */
    public static List<MonthReported> read(Connection connection) {
        var records = new Records();
        var months = new ArrayList<MonthReported>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(LATEST)) {
            while (rows.next()) {
                months.add(records.decode(rows.getBytes(1), MonthReported.getClassSchema(), MonthReported.class));
            }
            return months;
        } catch (SQLException e) {
            throw new LocalFault("La base a refusé de dire les mois du journal : " + e.getMessage(), e);
        }
    }
}
