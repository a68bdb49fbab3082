package fr.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.fixture.SilentBatch;
import fr.passerelle.batch.input.Inputs;
import fr.passerelle.batch.input.Inputs.GivenFile;
import fr.passerelle.batch.input.Inputs.NightlyRequest;
import fr.passerelle.batch.nightly.BaremeInForce;
import fr.passerelle.batch.nightly.LiveRuns;
import fr.passerelle.batch.run.RunIdentity;
import fr.passerelle.batch.run.RunOutcome;
import fr.passerelle.batch.run.RunWriter;
import fr.passerelle.local.fixture.Csv;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.local.test.WithServers;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Run.Input;
import fr.passerelle.published.run.Run.RunParameters;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.event.RunKind;
import fr.passerelle.schemas.event.SourceRole;
import fr.passerelle.schemas.table.TableSchema;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The month of the night: read from the clock when a run opens, and never again. Without events, so that each run
 * stops once it is closed.
 */
@WithServers
record NightMonthIT(TestServers servers) {

    private static final String YEAR = Csv.period("", "DEMO-1", "2017-01-01", "2017-12-31", "ANNEE", 40);
    private static final String OCTOBER = Csv.month("DEMO-1", "2017-10", 80);
    private static final String NOVEMBER = Csv.month("DEMO-1", "2017-11", 80);

    @BeforeAll
    static void register(TestServers servers) {
        servers.createTopics();
        CommandOutput.by(servers, "register");
    }

    @Test
    void takesAMonthThatIsOverInFranceAndKeepsItsDay() {
        try (ConfigurableApplicationContext night = at("2017-10-31T23:30:00Z")) {
            Run run = stopped(night, OCTOBER, NOVEMBER);

            assertThat(run.parameters().night()).isEqualTo(LocalDate.of(2017, 11, 1));
            assertThat(run.asOf()).isEqualTo("2017-11");
            assertThat(refused(night)).isZero();
            abandon(night, run);
        }
    }

    @Test
    void neverPassesItsMonthForAYearThatHasBegun() {
        try (ConfigurableApplicationContext night = at("2017-10-15T12:00:00Z")) {
            Run run = stopped(night, YEAR);

            assertThat(run.asOf()).isEqualTo("2017-10");
            abandon(night, run);
        }
    }

    @Test
    void restartsInTheMonthInWhichItOpened() {
        NightlyRequest request = request(YEAR, OCTOBER, NOVEMBER);
        long no;
        try (ConfigurableApplicationContext october = at("2017-10-15T12:00:00Z")) {
            no = opened(october, request, LocalDate.of(2017, 10, 15));
        }

        try (ConfigurableApplicationContext december = at("2017-12-15T12:00:00Z")) {
            december.getBean(LiveRuns.class).restart(no, files(request));

            Run run = december.getBean(Runs.class).get(no);
            assertThat(run.night()).isEqualTo(YearMonth.of(2017, 10));
            assertThat(run.asOf()).isEqualTo("2017-10");
            assertThat(refused(december)).isOne();
            abandon(december, run);
        }
    }

    @Test
    void isAnotherRunInAnotherMonthAndNotOnAnotherDay() {
        try (ConfigurableApplicationContext night = at("2017-10-15T12:00:00Z")) {
            String identity = identity(night, LocalDate.of(2017, 10, 15));

            assertThat(identity(night, LocalDate.of(2017, 10, 16))).isEqualTo(identity);
            assertThat(identity(night, LocalDate.of(2017, 11, 1))).isNotEqualTo(identity);
        }
    }

    private static String identity(ConfigurableApplicationContext night, LocalDate day) {
        return night.getBean(RunIdentity.class)
                .of(
                        RunKind.NIGHTLY,
                        new RunParameters(List.of(), null, false).at(day),
                        night.getBean(BaremeInForce.class).ofNight(null));
    }

    private static Run stopped(ConfigurableApplicationContext night, String... rows) {
        RunOutcome outcome = night.getBean(LiveRuns.class).night(request(rows));
        return ((RunOutcome.Stopped) outcome).run();
    }

    /** Gives a run up, and forgets what it wrote. */
    private static void abandon(ConfigurableApplicationContext night, Run run) {
        night.getBean(LiveRuns.class).abandon(run.no(), "essai");
        JdbcClient jdbc = night.getBean(JdbcClient.class);
        jdbc.sql("delete from passerelle.attendance_said").update();
        jdbc.sql("update passerelle.attendance_month set open_to = '{}', open_long_to = '{}'")
                .update();
    }

    /** A run that died as soon as it was open. */
    private static long opened(ConfigurableApplicationContext night, NightlyRequest request, LocalDate day) {
        List<Input> inputs =
                Inputs.examine(request).stream().map(GivenFile::input).toList();
        return night.getBean(RunWriter.class)
                .open(
                        new RunParameters(inputs, null, false).at(day),
                        RunWriter.Terms.night(night.getBean(BaremeInForce.class).ofNight(null), ""),
                        no -> {});
    }

    private static long refused(ConfigurableApplicationContext night) {
        return night.getBean(JdbcClient.class)
                .sql("select count(*) from passerelle.reject where reason = 'PERIODE_FUTURE' and run_no ="
                        + " (select max(run_no) from passerelle.run)")
                .query(Long.class)
                .single();
    }

    private static NightlyRequest request(String... rows) {
        Path rooms = Csv.file(TableSchema.SALLES, Csv.room("DEMO-1", "02691"));
        Path attendance = Csv.file(TableSchema.FREQUENTATION, rows);
        return new NightlyRequest(
                Map.of(SourceRole.ROOMS, List.of(rooms), SourceRole.ATTENDANCE, List.of(attendance)),
                List.of(),
                null,
                null,
                false,
                List.of());
    }

    private static List<Path> files(NightlyRequest request) {
        return request.files().values().stream().flatMap(List::stream).toList();
    }

    /** The programme, its clock set so that it is now this moment; it goes on, since patience is measured by it. */
    private ConfigurableApplicationContext at(String moment) {
        Duration ago = Duration.between(Instant.now(), Instant.parse(moment));
        Clock clock = Clock.offset(Clock.systemUTC(), ago);
        return SilentBatch.builder()
                .initializers(made -> ((GenericApplicationContext) made)
                        .registerBean("movedClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(SilentBatch.all(
                        servers, "--passerelle.await.empty-group=1s", "--passerelle.await.interval=100ms"));
    }
}
