package fr.passerelle.console.reading;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.map.PlanExamples;
import fr.passerelle.local.server.Endpoints.DatabaseRole;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.local.test.WithServers;
import fr.passerelle.published.Namespace;
import fr.passerelle.published.current.ReadModel;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.ResultHash;
import fr.passerelle.schemas.event.RoomInventoried;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the console reads of rooms, by its own role, while a night writes. */
@WithServers
class PublishedPlacesIT {

    private static final String RUN = """
        insert into passerelle.run (run_no, run_id, namespace, kind, state, identity, as_of, bareme_id, bareme_hash, bareme_text,
            parameters, result_hash, ended_at)
        values (?, ?, ?, 'NIGHTLY', ?, '', '2017-10', '2017-05', '', ?,
            '{"inputs": [], "force": false, "withdrawals": []}', ?, now())\
        """;
    private static final String SAID = """
        insert into passerelle.journal (seq, event_id, epci, partition, subject, subject_seq, type, payload, schema_fingerprint, run_no)
        values (?, gen_random_uuid(), '200000001', 0, 'room:S-1', ?, 'RoomInventoried', ?, ?, ?)\
        """;
    private static final String KNOWN = """
        insert into passerelle.room (room_id, epci, payload, schema_fingerprint) values ('S-1', '200000001', ?, ?)
        on conflict (room_id) do update set payload = excluded.payload\
        """;

    private final TestServers servers;
    private final JdbcTemplate night;
    private final CurrentResults current;
    private final Records records = new Records();

    PublishedPlacesIT(TestServers servers) {
        this.servers = servers;
        this.night = jdbc(servers, servers.endpoints().owner());
        JdbcClient console = JdbcClient.create(jdbc(servers, servers.endpoints().console()));
        Namespace namespace = new Namespace(servers.namespace());
        this.current = new CurrentResults(
                new Runs(console, namespace),
                new ReadModel(new Runs(console, namespace), new Results(console, namespace), new PlaceTable(console)));
    }

    @BeforeEach
    void publishARoomAndLetANightRenameIt() {
        night.update(
                "insert into passerelle.registered_schema (id, fingerprint, name, schema) values (1, ?, ?, ?)",
                fingerprint(),
                RoomInventoried.SCHEMA$.getFullName(),
                RoomInventoried.SCHEMA$.toString());
        write(1, "PUBLISHED", "Nom publié");
        publish(1);
        write(2, "OPEN", "Nom de demain");
    }

    @Test
    void showsTheRoomsOfThePublishedRunUntilTheNextOneIsPublished() {
        assertThat(current.get().roomName("S-1")).isEqualTo("Nom publié");

        publish(2);

        assertThat(current.get().roomName("S-1")).isEqualTo("Nom de demain");
    }

    private void write(long run, String state, String name) {
        byte[] room = records.encode(room(name));
        night.update(
                RUN,
                run,
                "N-%06d".formatted(run),
                servers.namespace(),
                state,
                Baremes.load("2017-05").text(),
                new ResultHash().of("", "2017-10"));
        night.update(SAID, run, run, room, fingerprint(), run);
        night.update(KNOWN, room, fingerprint());
    }

    private void publish(long run) {
        night.update("""
            insert into passerelle.current_run (namespace, run_no) values (?, ?)
            on conflict (namespace) do update set run_no = excluded.run_no\
            """, servers.namespace(), run);
    }

    private static RoomInventoried room(String name) {
        return PlanExamples.inventoried("S-1").setName(name).build();
    }

    private static long fingerprint() {
        return SchemaNormalization.parsingFingerprint64(RoomInventoried.SCHEMA$);
    }

    private static JdbcTemplate jdbc(TestServers servers, DatabaseRole account) {
        return new JdbcTemplate(servers.dataSource(account));
    }
}
