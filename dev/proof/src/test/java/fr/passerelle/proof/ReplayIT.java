package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.count;
import static fr.passerelle.proof.Deployments.json;
import static fr.passerelle.proof.Deployments.killed;
import static fr.passerelle.proof.Deployments.latest;
import static fr.passerelle.proof.Deployments.refused;
import static fr.passerelle.proof.Deployments.said;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.Program;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.GroupListing;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Replays on the real programs, beside a live system that none of them may disturb: one story, told in order. */
@Tag("proof")
@Story.Told
class ReplayIT {

    private static final String OTHER = "2018-01";
    private static final String LIVE = "select md5(string_agg(t::text, '|' order by t::text)) from"
            + " (select * from passerelle.result where strpos(namespace, '.replay.') = 0) as t";

    private static final String BACK = "insert into passerelle.journal select * from kept; drop table kept";

    @AutoClose
    private final Deployment system = Deployments.published("replay", Inputs.extract());

    private final String liveHash = latest(system, "result_hash");
    private final String liveRows = system.text(LIVE);
    private String otherHash = "";

    @Test
    void givesTheLiveHashForTheRegionUnderTheSameBareme() {
        var planned = plan("--bareme", "2017-05");

        var done = run(planned);

        assertThat(done.get("state").asString()).isEqualTo("COMPLETED");
        assertThat(done.get("resultHash").asString()).isEqualTo(liveHash);
        assertThat(done.get("records").asLong()).isEqualTo(count(system, "journal where type not like 'Run%'"));
    }

    @Test
    void givesAnotherHashUnderAnotherBaremeAndLeavesTheLiveSystemAsItWas() {
        var log = new Log(system);
        long proposals = log.proposals();
        int transitions = log.transitions().size();

        otherHash = run(plan("--bareme", OTHER)).get("resultHash").asString();

        assertThat(otherHash).hasSize(64).isNotEqualTo(liveHash);
        assertThat(log.proposals()).isEqualTo(proposals);
        assertThat(log.transitions()).hasSize(transitions);
        assertThatTheLiveSystemIsAsItWas();
    }

    @Test
    void replaysOneEpciWholeForARoomAndNothingElse() {
        String room = system.text("select min(room_id) from passerelle.room where epci <> 'SANS-EPCI'");
        String epci = system.text("select epci from passerelle.room where room_id = '" + room + "'");

        var done = run(plan("--bareme", "2017-05", "--room", room));

        assertThat(done.at("/scope/epcis/0").asString()).isEqualTo(epci);
        assertThat(system.text(resultsOf(namespace(done), epci)))
                .isEqualTo(system.text(resultsOf(system.namespace(), epci)));
        assertThat(count(system, "result where namespace = '" + namespace(done) + "' and epci <> '" + epci + "'"))
                .isZero();
    }

    @Test
    void registersNoSchemaOfItsOwn() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create(system.endpoints().registryUrl() + "/apis/ccompat/v7/subjects?limit=5000"))
                .build();

        String subjects = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();

        assertThat(subjects).contains(system.namespace() + ".transitions-").doesNotContain(".replay.");
    }

    @Test
    void runsWhileANightRunsAndNeitherDisturbsTheOther(@TempDir Path folder) throws IOException {
        var gate = Files.createFile(folder.resolve("gate"));
        var untilBothRun = Map.of("passerelle.pause-until", gate.toString());
        var planned = plan("--bareme", OTHER);
        var shared = system.eventsProcess(2, Map.of());
        var night = Inputs.and(Inputs.extract(), "--force", "--json");

        var nightly = system.batchStoppedAt("step-relay", night, untilBothRun);
        var replay = system.batchStoppedAt(
                "replay-relay-transaction-2", List.of("replay", "run", id(planned), "--json"), untilBothRun);
        Files.delete(gate);

        assertThat(hash(replay)).isEqualTo(otherHash);
        assertThat(hash(nightly)).isEqualTo(liveHash);
        assertThat(overlap(id(planned))).as("they worked at the same time").isTrue();
        assertThat(shared.output()).contains("Le rejeu " + namespace(planned) + " est traité.");
    }

    @Test
    void givesTheSameHashThoughKilledInsideARelayTransactionThenBeforeItsEnd() {
        String id = id(plan("--bareme", OTHER));

        var relaying = system.batchStoppedAt("replay-relay-transaction-2", List.of("replay", "run", id));
        assertThat(refused(system, 1, "replay run %s", id)).contains("Un autre processus travaille au rejeu " + id);
        killed(relaying);
        assertThat(show(id).get("state").asString()).isEqualTo("RUNNING");

        killed(system, "replay-before-complete", "replay run %s", id);
        assertThat(show(id).get("resultHash").isNull()).isTrue();

        assertThat(run(show(id)).get("resultHash").asString()).isEqualTo(otherHash);
    }

    @Test
    void leavesNothingOnceDiscardedThoughKilledOnTheWay() {
        String id = id(plan("--bareme", OTHER));
        var relaying = system.batchStoppedAt("replay-relay-transaction-2", List.of("replay", "run", id));
        Waiting.until(() -> groups().contains(shadow(id) + ".events"));
        killed(relaying);

        discard(id);
        discard(id);

        assertThatNothingIsLeftOf(id);
        assertThat(show(id).get("state").asString()).isEqualTo("DISCARDED");
        assertThat(refused(system, 1, "replay run %s", id)).contains("est écarté");
    }

    @Test
    void leavesNothingOfOneThatWasCompleted() {
        assertThat(said(system, "replay list")).contains("R-000001", "terminé", "R-000006", "écarté");

        discard("R-000001");

        assertThatNothingIsLeftOf("R-000001");
        assertThat(said(system, "replay show R-000001")).contains("Rejeu R-000001 (reconstitution) : écarté");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(refused(system, 2, "replay plan --bareme %s --reason essai --epci 999999999", OTHER))
                .contains("999999999");
        assertThat(refused(system, 2, "replay plan --bareme %s --reason essai --room NULLE-PART", OTHER))
                .contains("NULLE-PART");
        assertThat(refused(system, 2, "replay plan --bareme %s --reason essai --run N-000099", OTHER))
                .contains("99");
        assertThat(refused(system, 2, "replay run R-000099")).contains("99");
        assertThat(refused(system, 2, "replay plan --bareme 1998-01 --reason essai"))
                .contains("1998-01", "2018-01");
        assertThat(refused(system, 2, "replay plan --bareme %s --reason %s", OTHER, "demandé par M. Martin"))
                .contains("semble désigner une personne");
    }

    /** Two systems may share a database. */
    @Test
    void knowsNoneOfAnotherSystem() {
        system.change(
                "insert into passerelle.study (study_id, study_no, kind, state, base_run_no, question, question_hash,"
                        + " inputs, reason, account) select 'R-000099', 99, kind, 'COMPUTED', base_run_no,"
                        + " question || '{\"live\": \"autre\"}', question_hash, inputs, reason, account"
                        + " from passerelle.study where study_id = 'R-000001'");

        assertThat(said(system, "replay list --json")).doesNotContain("R-000099");
        assertThat(refused(system, 2, "replay show R-000099")).contains("99");
    }

    @Test
    void refusesToRunOtherThanPlanned() {
        String id = id(plan("--bareme", OTHER));
        String fact = "where seq = (select max(seq) from passerelle.journal where type = 'MonthReported')";
        String last = "where seq = (select max(seq) from passerelle.journal)";

        assertThat(refusedWhile(
                        "update passerelle.journal set payload = payload || '\\x00'::bytea " + fact,
                        "update passerelle.journal set payload = substr(payload, 1, length(payload) - 1) " + fact,
                        id))
                .contains("Le journal a été altéré");
        assertThat(refusedWhile(without(fact), BACK, id)).contains("le journal a bougé");
        assertThat(refusedWhile(without(last), BACK, id)).contains("la base a été restaurée");
        // Who owns the tables may put aside what keeps a replay as it was planned: that shows too.
        system.change("alter table passerelle.study disable trigger study_stands");
        String mine = " where study_id = '" + id + "'";
        assertThat(refusedWhile(
                        "update passerelle.study set inputs = jsonb_set(inputs, '{bareme}', to_jsonb((inputs ->>"
                                + " 'bareme') || '# '))" + mine,
                        "update passerelle.study set inputs = jsonb_set(inputs, '{bareme}',"
                                + " to_jsonb(rtrim(inputs ->> 'bareme', '# ')))" + mine,
                        id))
                .contains("le barème 2018-01 a changé");
        assertThat(refusedWhile(
                        frozen("{baremeId}", "\"2017-05\"") + mine, frozen("{baremeId}", "\"2018-01\"") + mine, id))
                .contains("le barème 2017-05 a changé");
        assertThat(refusedWhile(
                        frozen("{scope,epcis}", "[\"240200519\"]") + mine, frozen("{scope,epcis}", "[]") + mine, id))
                .contains("son plan n'est plus celui qui a été figé");
        assertThat(show(id).get("state").asString()).isEqualTo("PLANNED");
        system.change("alter table passerelle.study enable trigger study_stands");
    }

    private static String frozen(String path, String value) {
        return "update passerelle.study set question = jsonb_set(question, '" + path + "', '" + value + "')";
    }

    @Test
    void refusesAScopeThatIsGone() {
        String epci = system.text("select min(id) from passerelle.place_version where kind = 'epci'");
        String described = " where subject = 'epci:" + epci + "'";
        String id = id(plan("--bareme", OTHER, "--epci", epci));

        assertThat(refusedWhile(
                        "update passerelle.journal set type = 'SiteWithdrawn'" + described,
                        "update passerelle.journal set type = 'EpciDescribed'" + described,
                        id))
                .contains(epci, "portée");
    }

    @Test
    void saysWithinTenSecondsThatNobodyReadsAndTakesUpOnceSomebodyDoes() {
        String id = id(plan("--bareme", OTHER));
        system.close();

        assertThat(refused(system, 1, "replay run %s", id)).contains("events n'est pas démarré", "./passerelle up");
        assertThat(show(id).get("state").asString()).isEqualTo("FAILED");
        system.events(1);
        assertThat(run(show(id)).get("resultHash").asString()).isEqualTo(otherHash);
        assertThat(refused(system, 1, "replay run %s", id)).contains("est terminé");
        discard(id);
        assertThatNothingIsLeftOf(id);
    }

    private void assertThatTheLiveSystemIsAsItWas() {
        assertThat(system.text(LIVE)).isEqualTo(liveRows);
        assertThat(system.text(
                        "select r.result_hash from passerelle.run r join passerelle.current_run c using (run_no)"))
                .isEqualTo(liveHash);
    }

    private void assertThatNothingIsLeftOf(String id) {
        String rows = "select (select count(*) from passerelle.result where namespace = '" + shadow(id)
                + "') + (select count(*) from passerelle.run_scored where namespace = '" + shadow(id) + "')";
        assertThat(system.number(rows)).isZero();
        Waiting.until(() -> topics().stream().noneMatch(topic -> topic.startsWith(shadow(id) + ".")));
        assertThat(groups()).noneMatch(group -> group.startsWith(shadow(id) + "."));
        Waiting.until(() -> states().noneMatch(state -> state.startsWith(shadow(id))));
    }

    private boolean overlap(String replay) {
        return system.text("select bool_or(n.start_time < r.end_time and r.start_time < n.end_time)"
                        + " from batch.batch_job_execution n join batch.batch_job_execution_params np"
                        + " on np.job_execution_id = n.job_execution_id and np.parameter_name = 'run'"
                        + " and np.parameter_value = '2', batch.batch_job_execution r"
                        + " join batch.batch_job_execution_params rp on rp.job_execution_id = r.job_execution_id"
                        + " and rp.parameter_name = 'replay' and rp.parameter_value = '"
                        + Long.parseLong(replay.replace("R-", "")) + "'")
                .equals("t");
    }

    private static String without(String rows) {
        return "create table kept as select * from passerelle.journal " + rows + "; delete from passerelle.journal "
                + rows;
    }

    private String refusedWhile(String change, String back, String id) {
        system.change(change);
        String said = refused(system, 1, "replay run %s", id);
        system.change(back);
        return said;
    }

    private JsonNode plan(String... arguments) {
        var more = String.join(" ", arguments);
        return json(system, "replay plan --reason %s --by c-7 --json " + more, "essai du barème");
    }

    private JsonNode run(JsonNode planned) {
        return json(system, "replay run %s --json", id(planned));
    }

    private JsonNode show(String id) {
        return json(system, "replay show %s --json", id);
    }

    private void discard(String id) {
        said(system, "replay discard %s --reason %s", id, "essai fini");
    }

    private static String hash(Program program) {
        assertThat(program.end()).as(program.transcript()).isIn(0, 3);
        return JsonMapper.shared().readTree(program.output()).get("resultHash").asString();
    }

    private static String id(JsonNode replay) {
        return replay.get("replay").asString();
    }

    private static String namespace(JsonNode replay) {
        return replay.get("namespace").asString();
    }

    private String shadow(String id) {
        return system.namespace() + ".replay." + id.toLowerCase(Locale.ROOT);
    }

    private static String resultsOf(String namespace, String epci) {
        return "select md5(string_agg(type || id || encode(payload, 'hex'), '|' order by type, id)) from"
                + " passerelle.result where namespace = '" + namespace + "' and epci = '" + epci + "'";
    }

    private List<String> topics() {
        return system.broker()
                .administer(admin -> List.copyOf(admin.listTopics().names().get()));
    }

    private List<String> groups() {
        return system.broker()
                .administer(admin -> admin.listGroups().all().get().stream()
                        .map(GroupListing::groupId)
                        .toList());
    }

    private Stream<String> states() {
        Path own = system.stateOf(1).resolve("1");
        return Files.isDirectory(own)
                ? Tree.list(own).stream().map(state -> state.getFileName().toString())
                : Stream.empty();
    }
}
