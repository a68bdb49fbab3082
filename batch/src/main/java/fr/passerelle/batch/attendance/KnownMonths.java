package fr.passerelle.batch.attendance;

import fr.passerelle.batch.journal.Journal;
import fr.passerelle.batch.source.reject.UnusableFile;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.MonthReported;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The months of rooms as they were last told, by the run that told them: who reads them as of a run finds the latest up to it. */
final class KnownMonths {

    private static final String LATEST = """
        select known.room_id, known.month, known.payload
        from unnest(?::text[], ?::date[]) as asked (room, month)
        cross join lateral (select room_id, month, payload from passerelle.room_month
                            where room_id = asked.room and month = asked.month order by run_no desc limit 1) as known
        where known.payload is not null\
        """;
    private static final String PUT = """
        insert into passerelle.room_month (room_id, month, run_no, payload) values (?, ?, ?, ?)
        on conflict (room_id, month, run_no) do update set payload = excluded.payload\
        """;

    private final JdbcTemplate jdbc;
    private final Records records;

    KnownMonths(JdbcTemplate jdbc, Records records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    /** Those of these months that hold something. */
    Map<MonthOfRoom, MonthReported> of(Collection<MonthOfRoom> months) {
        Map<MonthOfRoom, MonthReported> known = new HashMap<>();
        RowCallbackHandler add = row -> known.put(month(row), decode(row.getBytes(3)));
        jdbc.query(LATEST, add, DueMonths.rooms(months), DueMonths.days(months));
        return known;
    }

    /**
     * Keeps what the run tells; a month without lines is known no more.
     *
     * @throws UnusableFile when a month has more lines than a record of the log can hold
     */
    void put(long runNo, Map<MonthOfRoom, MonthReported> told) {
        List<Object[]> rows = told.entrySet().stream()
                .map(month -> new Object[] {
                    month.getKey().room(), month.getKey().month().atDay(1), runNo, payload(month.getValue())
                })
                .toList();
        jdbc.batchUpdate(PUT, rows);
    }

    private byte @Nullable [] payload(MonthReported month) {
        return month.getLines().isEmpty() ? null : checked(month, records.encode(month));
    }

    private static byte[] checked(MonthReported month, byte[] payload) {
        if (payload.length > Journal.MAX_PAYLOAD) {
            throw new UnusableFile(
                    "Le mois %s de la salle « %s » a %d lignes, plus que le journal n'en tient en un enregistrement : abandonnez l'exécution (« abandon »), puis retirez le registre qui les apporte (« withdraw ») ou regroupez ses lignes."
                            .formatted(
                                    month.getMonth(),
                                    month.getRoomId(),
                                    month.getLines().size()));
        }
        return payload;
    }

    private static MonthOfRoom month(ResultSet row) throws SQLException {
        return new MonthOfRoom(row.getString(1), YearMonth.from(row.getDate(2).toLocalDate()));
    }

    private MonthReported decode(byte[] payload) {
        return records.decode(payload, MonthReported.getClassSchema(), MonthReported.class);
    }
}
