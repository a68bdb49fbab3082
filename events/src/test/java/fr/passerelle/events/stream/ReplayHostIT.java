package fr.passerelle.events.stream;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.events.ReplayHost;
import fr.passerelle.events.projection.Projection;
import fr.passerelle.local.process.Poll;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.event.Completeness;
import fr.passerelle.schemas.event.RunScored;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A replay beside the live log on a real broker: scored like it, and its faults its own. */
class ReplayHostIT {

    private static final String EPCI = "200000001";

    @TempDir
    private static Path states;

    private final TestServers servers = TestServers.fresh("host");
    private final Topics replay = servers.topics().replay("R-000001");
    private final DataSource source = servers.dataSource();
    private final JdbcTemplate jdbc = new JdbcTemplate(source);
    private final RecordCodec codec = Facts.codec(servers.topics());
    private final StreamsLifecycle live =
            StreamsLifecycleIT.RealLog.streams(servers, servers.topics(), codec, states, () -> {});
    private final ReplayHost host = new ReplayHost(
            JdbcClient.create(jdbc),
            servers.topics(),
            topics -> true,
            (topics, onFault) -> List.of(
                    StreamsLifecycleIT.RealLog.streams(servers, topics, codec, states, onFault),
                    new Projection(topics, servers.endpoints().administrator())
                            .container(codec, jdbc, new TransactionTemplate(new DataSourceTransactionManager(source)))),
            states);

    @BeforeEach
    void startBoth() {
        servers.createTopics();
        shadow().createTopics();
        jdbc.update("""
            insert into passerelle.run (run_no, run_id, namespace, kind, state, identity, bareme_id, bareme_hash,
                                        bareme_text, parameters)
            values (1, 'N-000001', ?, 'NIGHTLY', 'PUBLISHED', '', '', '', '', '{}')\
            """, servers.namespace());
        jdbc.update("""
            insert into passerelle.study (study_id, study_no, kind, state, base_run_no, question, question_hash, inputs,
                                          reason, account)
            values ('R-000001', 1, 'REJEU', 'RUNNING', 1, jsonb_build_object('live', ?::text), '', '{}', '', 'c-0')\
            """, servers.namespace());
        live.start();
        host.start();
    }

    @AfterEach
    void stopBoth() {
        host.stop();
        live.stop();
    }

    @Test
    void scoresAReplayLikeTheLiveLogUnderItsSchemasUntilItRunsNoMore() {
        try (StreamsLifecycleIT.RealLog here = new StreamsLifecycleIT.RealLog(servers);
                StreamsLifecycleIT.RealLog there = new StreamsLifecycleIT.RealLog(servers, replay, codec)) {
            facts(here);
            facts(there);

            var expected = here.run(1);
            var replayed = there.run(1);

            assertThat(replayed.values()).allMatch(run -> run.getCompleteness() == Completeness.COMPLETE);
            assertThat(hashes(replayed.values())).isEqualTo(hashes(expected.values()));
            await(() -> rows() == TestServers.PARTITIONS);

            jdbc.update("update passerelle.study set state = 'COMPUTED'");

            await(() -> members(replay) == 0);
            assertThat(members(servers.topics())).isPositive();
        }
    }

    @Test
    void keepsTheFaultOfAReplayToItself() {
        try (StreamsLifecycleIT.RealLog here = new StreamsLifecycleIT.RealLog(servers);
                StreamsLifecycleIT.RealLog there = new StreamsLifecycleIT.RealLog(servers, replay, codec)) {
            var broken = Facts.opened(1);
            broken.setBaremeText("ceci n'est pas un barème");
            there.send(0, null, codec.write(servers.topics().transitions(), broken), "1");
            there.send(0, null, codec.write(servers.topics().transitions(), Facts.closed(1, 0)), "2");

            await(() -> state().equals("FAILED"));
            await(() -> members(replay) == 0);
            facts(here);

            assertThat(here.run(1).values()).allMatch(run -> run.getCompleteness() == Completeness.COMPLETE);
            assertThat(jdbc.queryForObject("select failure from passerelle.study", String.class))
                    .contains("faute");
            assertThat(host.isRunning()).isTrue();
        }
    }

    private TestServers shadow() {
        return new TestServers(servers.endpoints(), replay.namespace());
    }

    private static void facts(StreamsLifecycleIT.RealLog log) {
        log.says(EPCI, Facts.epci(EPCI), Facts.room("S1", EPCI));
        log.says(EPCI, Facts.twoYears("S1", EPCI, 10));
    }

    private static List<String> hashes(Collection<RunScored> runs) {
        return runs.stream().map(RunScored::getPartialHash).toList();
    }

    private String state() {
        return String.valueOf(jdbc.queryForObject("select state from passerelle.study", String.class));
    }

    private long rows() {
        Long rows = jdbc.queryForObject(
                "select count(*) from passerelle.run_scored where namespace = ?", Long.class, replay.namespace());
        return rows == null ? 0 : rows;
    }

    private long members(Topics topics) {
        try (Admin admin = Admin.create(servers.endpoints().administrator().with(Map.of()))) {
            return admin.describeConsumerGroups(List.of(topics.namespace() + ".events")).all().get().values().stream()
                    .mapToLong(group -> group.members().size())
                    .sum();
        } catch (Exception e) {
            // A group without members and positions is let go.
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        assertThat(Poll.until(Duration.ofSeconds(60), condition))
                .as("in 60 seconds")
                .isTrue();
    }
}
