package fr.passerelle.console.api;

import fr.passerelle.console.ConsoleSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The runs, newest first. */
@Component
class RunRecords {

    static final Schema SCHEMA = OwnSchemas.read("Run");

    private static final String RUNS = """
        select r.run_no, r.run_id, r.kind, r.state, r.as_of, r.bareme_id, r.bareme_hash, r.result_hash,
            case when r.demonstration then 'RECONSTITUTION' else 'DONNEES_REELLES' end as nature,
            r.opened_at, r.ended_at, c.rows_read, c.rows_accepted, c.rows_unchanged, c.rows_rejected, c.rows_controls
        from passerelle.run r left join lateral (
            select sum((f->'counts'->>'read')::bigint) as rows_read, sum((f->'counts'->>'accepted')::bigint) as rows_accepted,
                sum((f->'counts'->>'unchanged')::bigint) as rows_unchanged, sum((f->'counts'->>'rejected')::bigint) as rows_rejected,
                sum((f->'counts'->>'controls')::bigint) as rows_controls
            from jsonb_array_elements(r.counts->'files') as f) c on true
        where r.namespace = :namespace order by r.run_no desc\
        """;

    private final JdbcClient jdbc;
    private final String namespace;

    RunRecords(JdbcClient jdbc, ConsoleSettings settings) {
        this.jdbc = jdbc;
        this.namespace = settings.namespace();
    }

    Stock stock() {
        List<IndexedRecord> runs = jdbc.sql(RUNS)
                .param("namespace", namespace)
                .query((row, n) -> record(row))
                .list();
        return new Stock(Integer.toHexString(runs.hashCode()), runs);
    }

    private static IndexedRecord record(ResultSet row) throws SQLException {
        GenericData.Record run = new GenericData.Record(SCHEMA);
        for (Schema.Field field : SCHEMA.getFields()) {
            Object value = row.getObject(field.name());
            run.put(
                    field.pos(),
                    value instanceof Timestamp moment ? moment.toInstant().toString() : value);
        }
        return run;
    }
}
