package fr.passerelle.local.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.passerelle.local.server.Endpoints.DatabaseRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each role tries what it must not do. What it must do, every other test on the real programs does as it. */
@WithServers
record RolesIT(TestServers servers) {

    private static final String FORBIDDEN = "42501";
    private static final String TOO_MANY = "53300";
    private static final int ANALYSTS = 20;
    private static final String A_RUN = """
        insert into passerelle.run (run_no, run_id, namespace, kind, state, identity, bareme_id, bareme_hash, bareme_text, parameters)
        values (1, 'N-1', 'n', 'NIGHTLY', 'PUBLISHED', '', '', '', '', '{}')\
        """;
    private static final String A_RESULT =
            "insert into passerelle.result values ('n', 'PLAN', 'x', 1, 0, 'x', true, null, null, null)";
    private static final String A_REPLAY = """
        insert into passerelle.study (study_id, study_no, kind, state, base_run_no, question, question_hash, inputs, reason,
                                      account)
        values ('R-1', 1, 'REJEU', 'RUNNING', 1, '{"live": "n"}', '', '{}', '', 'c-0'),
               ('R-2', 2, 'REJEU', 'PLANNED', 1, '{"live": "n"}', '', '{}', '', 'c-0')\
        """;
    private static final String A_STUDY = """
        insert into passerelle.study (study_id, study_no, kind, state, base_run_no, question, question_hash, inputs, reason,
                                      account)
        values ('S-1', 1, 'ENVELOPPE', 'PLANNED', 1, '{}', '', '{}', '', 'c-0')\
        """;
    private static final String A_RECORD = """
        insert into passerelle.journal values (1, gen_random_uuid(), 'x', 0, 'room:x', 1, 'RoomInventoried', '', 0, 1)\
        """;
    private static final String A_DECISION =
            "insert into passerelle.decision (payload, schema_fingerprint, subject, epci) values ('', 0, 'epci:x',"
                    + " 'x')";

    @Test
    void haveADecisionOnEachTableAndView() throws Exception {
        var decided = Pattern.compile("\\('((?:passerelle|batch|analyses)\\.\\w+)'[,)]")
                .matcher(grants())
                .results()
                .map(each -> each.group(1))
                .toList();

        assertThat(decided).containsExactlyInAnyOrderElementsOf(texts("""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('passerelle', 'batch', 'analyses') and c.relkind in ('r', 'p', 'v', 'm')\
            """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update passerelle.journal set payload = ''",
                "delete from passerelle.journal",
                "truncate passerelle.journal",
                "alter table passerelle.journal disable trigger all",
                "drop table passerelle.journal",
                "create table passerelle.mine (id int)",
                "create table public.mine (id int)",
                "create schema mine",
                A_RESULT,
                "update passerelle.result set withdrawn = true",
                "update passerelle.run_scored set complete = true",
                "delete from passerelle.run",
                "delete from passerelle.decision",
                "update passerelle.reject set reason = ''",
                "update passerelle.audit set subject = ''",
                "delete from passerelle.audit",
                "update passerelle.audit_head set audit_no = 0",
                "set role passerelle",
            })
    void keepBatchFromChangingTheJournalTheResultsAndTheTables(String attempt) throws SQLException {
        assertForbidden(servers.endpoints().batch(), attempt);
    }

    /** Not even with a catalogue of its own, in which it owns the audit. */
    @Test
    void keepBatchFromForgingAnErasure() {
        assertForbidden(
                servers.endpoints().batch(),
                "create temp table pg_class (oid oid, relowner oid)",
                "insert into pg_temp.pg_class values ('passerelle.audit'::regclass, 'passerelle_batch'::regrole)",
                "insert into passerelle.audit (account_id, action, subject, outcome) values ('commande',"
                        + " 'AUDIT_ERASED', '0:" + "ab".repeat(32) + "', 'DONE')");
    }

    /** The run that carries a decision to the log says so once, and writes it as JSON once. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update passerelle.decision set payload = 'x'",
                "update passerelle.decision set schema_fingerprint = 1",
                "update passerelle.decision set subject = 'epci:y'",
                "update passerelle.decision set subject = subject",
                "update passerelle.decision set epci = 'y'",
                "update passerelle.decision set carried_from = decision_no",
                "update passerelle.decision set journalled = false",
                "update passerelle.decision set run_no = 2",
                "update passerelle.decision set doc = '{}'",
                "update passerelle.decision set doc = null",
                "truncate passerelle.decision",
                "update passerelle.study_step set account = 'c-1'",
                "delete from passerelle.study_step",
                "update passerelle.study_record set payload = 'x'",
                "delete from passerelle.study_record",
                "update passerelle.study set inputs = '{\"credits\": \"x\"}'",
                "update passerelle.study set question_hash = 'x'",
                "delete from passerelle.study",
                "delete from passerelle.tour_session",
                "delete from passerelle.session_month",
                "update passerelle.study set reason = 'x'",
                "update passerelle.study set account = 'c-1'",
                "update passerelle.study set question = jsonb_set(question, '{live}', '\"m\"')",
            })
    void keepBatchFromRewritingWhatWasDecided(String attempt) throws SQLException {
        var batch = servers.endpoints().batch();
        as(batch, A_RUN + " on conflict do nothing", A_REPLAY + " on conflict do nothing", A_DECISION);
        as(batch, A_STUDY + " on conflict do nothing");
        as(batch, "update passerelle.decision set journalled = true, run_no = 1 where not journalled");
        as(batch, "update passerelle.decision set doc = '{\"act\": \"x\"}' where doc is null");

        assertForbidden(batch, attempt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from passerelle.journal",
                A_RECORD,
                "select count(*) from passerelle.decision",
                A_DECISION,
                "select count(*) from passerelle.room",
                "select count(*) from passerelle.reject",
                A_RUN,
                "update passerelle.run set state = 'PUBLISHED'",
                "update passerelle.current_run set run_no = 1",
                "update passerelle.study set state = 'FAILED', failure = 'x'",
                "select question from passerelle.study",
                "update passerelle.fence set epoch = 0",
                "insert into passerelle.registered_schema values (1, 1, '', '')",
                "select count(*) from batch.batch_job_execution",
                "create table passerelle.mine (id int)",
                "set role passerelle_batch",
            })
    void keepEventsToTheReadModel(String attempt) throws SQLException {
        assertForbidden(servers.endpoints().events(), attempt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                A_RESULT,
                "delete from passerelle.result",
                "update passerelle.run set state = 'ABANDONED'",
                "update passerelle.current_run set run_no = 1",
                "update passerelle.decision set epci = 'y'",
                "delete from passerelle.decision",
                "select count(*) from passerelle.journal",
                "select count(*) from passerelle.room",
                "select count(*) from passerelle.site",
                "select count(*) from passerelle.epci",
                "select count(*) from passerelle.attendance_said",
                A_RECORD,
                "select passerelle.fail_replay('n.replay.r-1', 'x')",
                "update passerelle.study set state = 'ADOPTED'",
                "update passerelle.tour_session set cancelled = 'DECISION'",
                "select count(*) from batch.batch_job_execution_context",
                "update batch.batch_job_execution set status = 'COMPLETED'",
                "update passerelle.audit set subject = ''",
                "delete from passerelle.audit",
                "update passerelle.audit_head set audit_no = 0",
                "select passerelle.erase_audit('2000-01-01')",
                "select passerelle.lock_decisions()",
                "create table passerelle.mine (id int)",
                "set role passerelle_events",
            })
    void keepConsoleToReadingAndToNewDecisions(String attempt) throws SQLException {
        assertForbidden(servers.endpoints().console(), attempt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from passerelle.result",
                "select count(*) from passerelle.journal",
                "select count(*) from passerelle.decision",
                "select count(*) from passerelle.attendance_said",
                "select count(*) from passerelle.reject",
                "select count(*) from batch.batch_job_execution",
                "delete from analyses.decisions",
                "drop view analyses.salles",
                "create view analyses.mine as select 1",
                "create table public.mine (id int)",
                "set role passerelle_console",
            })
    void keepAnalystsToTheirViews(String attempt) throws SQLException {
        assertForbidden(servers.endpoints().analyst(), "set default_transaction_read_only = off", attempt);
    }

    /** Nothing of it is in a table, so that no grant held it: 64 MB stayed, in each backup too. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select lo_from_bytea(0, 'x')",
                "select lo_create(0)",
                "select lo_creat(-1)",
                "select lowrite(lo_open(1, 131072), 'x')",
                "select lo_put(1, 0, 'x')",
                "select lo_unlink(1)",
                "select pg_logical_emit_message(false, 'x', repeat('x', 1000))",
                "select nextval('passerelle.decision_decision_no_seq')",
                "comment on view analyses.salles is ''",
                "select passerelle.end_analysts('0')",
            })
    void keepAnalystsFromWritingWhateverTransactionTheySet(String attempt) throws SQLException {
        assertForbidden(servers.endpoints().analyst(), "begin", "set transaction read write", attempt);
    }

    @Test
    void keepProgramsFromWritingBesideTheTables() {
        assertThat(programs()).allSatisfy(account -> assertForbidden(account, "select lo_from_bytea(0, 'x')"));
    }

    /** What a role may set, it may set otherwise: its session is ended by who may. */
    @Test
    void endTheTransactionsOfAnalystsThatLast() throws Exception {
        try (var analyst = servers.connect(servers.endpoints().analyst());
                var asked = analyst.createStatement()) {
            asked.execute("set statement_timeout = 0");
            asked.execute("begin");
            asked.execute("select count(*) from analyses.salles");

            as(servers.endpoints().console(), "select passerelle.end_analysts('5 minutes')");
            asked.execute("select 1");
            as(servers.endpoints().console(), "select passerelle.end_analysts('0')");

            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> asked.execute("select 1"));
        }
    }

    @Test
    void boundTheDiskThatAnalystsTake() throws SQLException {
        as(servers.endpoints().analyst(), "do $$ begin assert current_setting('temp_file_limit') = '1GB'; end $$");
        assertForbidden(servers.endpoints().analyst(), "set temp_file_limit = -1");
    }

    @Test
    void boundWhatAnalystsAskByHand() throws SQLException {
        as(servers.endpoints().analyst(), """
            do $$ begin
                if current_setting('default_transaction_read_only') <> 'on' or current_setting('statement_timeout') <> '5min' then
                    raise 'not bounded';
                end if;
            end $$\
            """);
    }

    /** Whoever opens one connection after the other leaves those of the programs. */
    @Test
    void leaveConnectionsToTheProgramsWhateverAnalystsOpen() throws SQLException {
        var analyst = servers.endpoints().analyst();
        var open = new ArrayList<Connection>();
        try {
            for (int i = 0; i < ANALYSTS; i++) {
                open.add(servers.connect(analyst));
            }

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> open.add(servers.connect(analyst)))
                    .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo(TOO_MANY));
            as(servers.endpoints().batch(), "select count(*) from passerelle.run");
        } finally {
            for (var connection : open) {
                connection.close();
            }
        }
    }

    @Test
    void letAnalystsReadEachView() throws SQLException {
        var views = texts("select 'select * from analyses.' || viewname from pg_views where schemaname = 'analyses'");

        assertThat(views).hasSizeGreaterThan(5);
        as(servers.endpoints().analyst(), views.toArray(String[]::new));
    }

    @Test
    void letEachDoItsOwnWork() throws SQLException {
        var batch = servers.endpoints().batch();
        var events = servers.endpoints().events();
        var console = servers.endpoints().console();

        as(
                batch,
                A_RUN + " on conflict do nothing",
                A_RECORD,
                A_REPLAY + " on conflict do nothing",
                "create temp table staged (id int) on commit drop");
        as(batch, "select epoch from passerelle.fence for share", "delete from passerelle.result");
        as(batch, "begin", "select passerelle.lock_decisions()", A_DECISION, "commit");
        as(events, "select run_no from passerelle.run", A_RESULT + " on conflict do nothing");
        as(
                events,
                "select passerelle.fail_replay('n.replay.r-1', 'x')",
                "select passerelle.fail_replay('n.replay.r-2', 'x')");
        assertThat(texts("select study_id || state || coalesce(failure, '') from passerelle.study where kind = 'REJEU'"
                        + " order by study_id"))
                .containsExactly("R-1FAILEDx", "R-2PLANNED");
        as(console, "select * from passerelle.current_result", "select * from passerelle.run", A_DECISION);
        as(
                console,
                "select s.step_name from batch.batch_step_execution s natural join batch.batch_job_execution_params");
    }

    @ParameterizedTest
    @ValueSource(strings = {"registre", "postgres", "template1"})
    void enterNoDatabaseButTheirs(String another) {
        var other = servers.endpoints().postgresUrl().replaceFirst("/[^/?]+\\?", "/" + another + "?");

        assertThat(programs().toList())
                .hasSize(4)
                .allSatisfy(account -> assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> DriverManager.getConnection(other, account.user(), account.password()))
                        .satisfies(refusal -> assertThat(refusal.getSQLState()).isEqualTo(FORBIDDEN)));
    }

    @Test
    void mayAdministerNothing() throws SQLException {
        assertThat(texts("select rolname from pg_roles where rolname like 'passerelle%' and (rolsuper or rolcreaterole"
                        + " or rolcreatedb or rolreplication or rolbypassrls)"))
                .isEmpty();
    }

    private Stream<DatabaseRole> programs() {
        var there = servers.endpoints();
        return Stream.of(there.batch(), there.events(), there.console(), there.analyst());
    }

    private void assertForbidden(DatabaseRole account, String... attempt) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> as(account, attempt))
                .satisfies(refusal -> assertThat(refusal.getSQLState())
                        .as(account + ": " + List.of(attempt) + ": " + refusal.getMessage())
                        .isEqualTo(FORBIDDEN));
    }

    private void as(DatabaseRole account, String... statements) throws SQLException {
        try (Connection connection = servers.connect(account);
                var statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private List<String> texts(String query) throws SQLException {
        return servers.firstColumn(query);
    }

    private static String grants() throws IOException {
        try (InputStream script = RolesIT.class.getResourceAsStream("/db/migration/afterMigrate__grants.sql")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
