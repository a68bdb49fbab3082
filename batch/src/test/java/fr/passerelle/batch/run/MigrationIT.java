package fr.passerelle.batch.run;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.test.TestServers;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database in which runs were made before files had mappings, names of their own and paths elsewhere. */
class MigrationIT {

    @Test
    void carriesOverRunsOfTwoFilesOfOneNameAndForgetsWhereTheyWere() {
        var endpoints = TestServers.fresh("migration").endpoints();
        var dataSource = new DriverManagerDataSource(
                endpoints.postgresUrl(), endpoints.postgresUser(), endpoints.postgresPassword());
        var jdbc = new JdbcTemplate(dataSource);
        jdbc.execute("drop schema analyses, passerelle, batch cascade; drop table flyway_schema_history");
        FluentConfiguration flyway = Flyway.configure()
                .dataSource(dataSource)
                .defaultSchema("public")
                .locations("classpath:db/migration");
        flyway.target("2").load().migrate();
        jdbc.execute("""
            insert into passerelle.run (run_no, run_id, namespace, kind, state, identity, bareme_id, bareme_hash, bareme_text, parameters)
            values (1, 'N-000001', 'passerelle', 'NIGHTLY', 'PUBLISHED', '', '', '', '',
                    '{"inputs": [{"role": "ROOMS", "name": "a.csv", "path": "/chez/quelqu''un/a.csv", "sha256": "00", "rows": 1}]}');
            insert into passerelle.source_file values (1, 'ATTENDANCE', 'aaaaaaaaaa', 'f.csv', 1), (1, 'ATTENDANCE', 'bbbbbbbbbb', 'f.csv', 1);
            insert into passerelle.reject values (1, 'aaaaaaaaaa', 2, 0, 'f.csv', null, 'X', '', '{}'), (1, 'bbbbbbbbbb', 2, 0, 'f.csv', null, 'X', '', '{}');
            insert into passerelle.decision (payload, subject, epci, journalled) values ('1', 'epci:1', '1', true), ('2', 'epci:1', '1', false);
            insert into passerelle.journal (seq, event_id, epci, partition, subject, subject_seq, type, payload, schema_fingerprint, run_no)
            values (1, gen_random_uuid(), '1', 0, 'epci:1', 1, 'DecisionRecorded', '1', 1, 1);
            """);

        flyway.target("latest").load().migrate();

        assertThat(jdbc.queryForList("select name from passerelle.source_file order by name", String.class))
                .isEqualTo(List.of("f.csv-aaaaaaaa", "f.csv-bbbbbbbb"));
        assertThat(jdbc.queryForList("select file_name from passerelle.reject order by 1", String.class))
                .isEqualTo(List.of("f.csv-aaaaaaaa", "f.csv-bbbbbbbb"));
        assertThat(jdbc.queryForObject("select parameters::text from passerelle.run", String.class))
                .doesNotContain("quelqu")
                .contains("\"mapping\": \"\"", "\"sha256\": \"00\"");
        assertThat(jdbc.queryForList("select run_no from passerelle.decision order by decision_no", Long.class))
                .containsExactly(1L, null);
    }
}
