package fr.passerelle.batch.attendance;

import fr.passerelle.batch.journal.WrittenSchemas;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.MonthReported;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The months of rooms as the journal told them last. */
final class ToldMonths {

    private static final String LATEST = """
        select asked.room, asked.month, told.payload, told.schema_fingerprint, told.seq > coalesce(gone.seq, 0)
        from unnest(?::text[], ?::text[]) as asked (room, month)
        cross join lateral (select v.payload, v.schema_fingerprint, v.seq from passerelle.month_version v
                            where v.room_id = asked.room and v.month = asked.month order by v.seq desc limit 1) as told
        left join lateral (select max(p.seq) as seq from passerelle.place_version p
                           where p.kind = 'room' and p.id = asked.room and p.gone) as gone on true\
        """;

    private final JdbcTemplate jdbc;
    private final Records records;

    ToldMonths(JdbcTemplate jdbc, Records records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    /**
     * A month as it was told last.
     *
     * @param holds false where the room left since, so that the readers of the log forgot it
     */
    record Told(MonthReported month, boolean holds) {}

    /** Those of these months that were ever told. */
    Map<MonthOfRoom, Told> of(Collection<MonthOfRoom> months) {
        WrittenSchemas schemas = WrittenSchemas.load(jdbc);
        Map<String, MonthOfRoom> asked = new HashMap<>();
        months.forEach(month -> asked.put(month.room() + ' ' + month.month(), month));
        Map<MonthOfRoom, Told> told = new HashMap<>();
        RowCallbackHandler add = row -> told.put(
                asked.get(row.getString(1) + ' ' + row.getString(2)),
                new Told(
                        records.decode(row.getBytes(3), schemas.schemaOf(row.getLong(4)), MonthReported.class),
                        row.getBoolean(5)));
        String[] names = months.stream().map(month -> month.month().toString()).toArray(String[]::new);
        jdbc.query(LATEST, add, DueMonths.rooms(months), names);
        return told;
    }
}
