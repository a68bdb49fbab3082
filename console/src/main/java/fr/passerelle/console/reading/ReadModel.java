package fr.passerelle.console.reading;

import fr.passerelle.console.ConsoleSettings;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** The tables of the read model, decoded. */
@Component
class ReadModel {

    private static final String RUN = """
        select run_no, run_id, as_of, bareme_id, bareme_hash, bareme_text, demonstration, result_hash, ended_at
        from passerelle.run where run_no = ?\
        """;
    private static final String RESULTS = """
        select id, payload from passerelle.current_result
        where namespace = ? and type = ? and not withdrawn order by id collate "C"\
        """;

    private final JdbcTemplate jdbc;
    private final String namespace;
    private final Records records = new Records();

    ReadModel(JdbcTemplate jdbc, ConsoleSettings settings) {
        this.jdbc = jdbc;
        this.namespace = settings.namespace();
    }

    /** The number of the run that is current; empty where none is. */
    Optional<Long> currentRunNo() {
        return jdbc
                .query(
                        "select run_no from passerelle.current_run where namespace = ?",
                        (row, n) -> row.getLong(1),
                        namespace)
                .stream()
                .findFirst();
    }

    /** Whether the data of the latest run, whatever became of it, are a reconstruction; false where none was opened. */
    boolean latestIsDemonstration() {
        return jdbc
                .query(
                        "select demonstration from passerelle.run where namespace = ? order by run_no desc limit 1",
                        (row, n) -> row.getBoolean(1),
                        namespace)
                .stream()
                .anyMatch(demonstration -> demonstration);
    }

    /** All that this run, the current one, published. */
    Published published(long runNo) {
        return new Published(
                Objects.requireNonNull(jdbc.queryForObject(RUN, (row, n) -> run(row), runNo)),
                Proposals.of(
                        results("SCORE", Frequentation.class),
                        results("CONVERSION", Conversion.class),
                        results("PLAN", Plan.class)),
                subjects("select room_id, payload from passerelle.room", RoomInventoried.class),
                subjects("select epci, payload from passerelle.epci", EpciDescribed.class),
                subjects("select site_id, payload from passerelle.site", SiteDescribed.class));
    }

    private static PublishedRun run(ResultSet row) throws SQLException {
        return new PublishedRun(
                row.getLong("run_no"),
                row.getString("run_id"),
                row.getString("as_of"),
                row.getString("bareme_id"),
                row.getString("bareme_hash"),
                row.getString("bareme_text"),
                row.getBoolean("demonstration"),
                Baremes.read(row.getString("bareme_text")).isIllustration(),
                row.getString("result_hash"),
                row.getTimestamp("ended_at").toInstant());
    }

    private <T extends SpecificRecord> List<T> results(String type, Class<T> record) {
        return jdbc.query(RESULTS, (row, n) -> decode(row.getBytes(2), record), namespace, type);
    }

    private <T extends SpecificRecord> SortedMap<String, T> subjects(String query, Class<T> record) {
        SortedMap<String, T> subjects = new TreeMap<>();
        RowCallbackHandler add = row -> subjects.put(row.getString(1), decode(row.getBytes(2), record));
        jdbc.query(query, add);
        return subjects;
    }

    private <T extends SpecificRecord> T decode(byte[] payload, Class<T> record) {
        return records.decode(payload, SpecificData.get().getSchema(record), record);
    }
}
