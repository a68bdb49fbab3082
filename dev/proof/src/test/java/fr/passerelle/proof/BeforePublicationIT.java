package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.count;
import static fr.passerelle.proof.Deployments.ended;
import static fr.passerelle.proof.Deployments.killed;
import static fr.passerelle.proof.Deployments.refused;
import static fr.passerelle.proof.Deployments.said;
import static fr.passerelle.proof.Deployments.told;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.ProgramProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night that has already written its rooms changes nothing of what anybody is told before it, or one after it, is published. */
@Tag("proof")
@Story.Told
class BeforePublicationIT {

    private static final String TODAY = "Cas calculé à la main";
    private static final String TOMORROW = "Nom de demain";

    @TempDir
    private Path folder;

    @AutoClose
    private final Deployment system = Deployments.published("before-publication", Inputs.workedCases());

    @Test
    void beginsNothingWhereATopicWouldForget() {
        String runs = system.topics().runs().name();
        keepRunsFor("1000000");

        assertThat(ended(system, 1, renamed()).errors())
                .contains(runs + " oublierait ses enregistrements", "retention.ms=-1");
        assertThat(count(system, "run")).isEqualTo(1);
        keepRunsFor("-1");
    }

    private void keepRunsFor(String millis) {
        ConfigResource runs = new ConfigResource(
                ConfigResource.Type.TOPIC, system.topics().runs().name());
        AlterConfigOp kept = new AlterConfigOp(new ConfigEntry(TopicConfig.RETENTION_MS_CONFIG, millis), OpType.SET);
        system.broker()
                .administer(admin -> admin.incrementalAlterConfigs(Map.of(runs, List.of(kept)))
                        .all()
                        .get());
    }

    @Test
    void tellsTheSameWhileANightRunsAfterItIsKilledAndOnceItIsAbandoned() {
        Map<String, String> published = told();

        ProgramProcess night = system.batchStoppedAt("step-sites", renamed());
        assertThat(count(system, "journal where run_no = 2 and type = 'RoomInventoried'"))
                .isPositive();
        assertThat(told()).isEqualTo(published);

        killed(night);
        assertThat(told()).isEqualTo(published);

        said(system, "abandon N-000002 --reason essai");
        assertThat(told()).isEqualTo(published);

        system.night(Inputs.and(renamed(), "--force"));
        assertThat(told().get("rooms")).contains(TOMORROW).doesNotContain(TODAY);
    }

    /** What a partition announced is counted in the read model before anybody is told. */
    @Test
    void publishesNothingWhereAResultThatWasAnnouncedIsGone() {
        killed(system.batchStoppedAt("step-reconcile", Inputs.workedCases()));
        String gone = system.text("with gone as (delete from passerelle.result where ctid = (select max(ctid) from"
                + " passerelle.result where run_no = 4) returning partition) select partition from gone");

        assertThat(refused(system, 1, "restart N-000004"))
                .contains("Le rapprochement a trouvé", "partition " + gone + " : résultats émis", "Rien n'est publié");
        assertThat(system.text("select state || (select run_no from passerelle.current_run) from passerelle.run where"
                        + " run_no = 4"))
                .isEqualTo("FAILED3");
    }

    /** What a console that just started, the commands and the exports say. */
    private Map<String, String> told() {
        Map<String, String> told =
                told(system, folder, List.of("rooms", "sites", "scores", "conversions", "plans", "budget"));
        told.put("relances", said(system, "relances --json"));
        return told;
    }

    /** What a console that just started says of these datasets, and what a command and an export say of rooms. */
    static Map<String, String> told(Deployment system, Path folder, List<String> datasets) {
        Map<String, String> told = new TreeMap<>();
        try (ConsoleProgram console = ConsoleProgram.start(system.properties(), ConsoleSystem.PASSWORD)) {
            Visitor reader = new Visitor(console.home());
            String basic = Visitor.basic(ConsoleSystem.ADMIN, ConsoleSystem.PASSWORD);
            for (String dataset : datasets) {
                var answer = reader.get("/api/v1/" + dataset, "Authorization", basic);
                assertThat(answer.statusCode()).isEqualTo(200);
                told.put(dataset, answer.body());
            }
        }
        told.put("explain", said(system, "explain CAS-1 --json"));
        Path salles = folder.resolve("salles-exportees.csv");
        said(system, "export salles --format csv --force --output %s", salles);
        told.put("salles.csv", Tree.read(salles));
        return told;
    }

    /** The same night, its rooms under other names. */
    private List<String> renamed() {
        String rooms = Tree.read(Inputs.WORKED.resolve("salles.csv")).replace(TODAY, TOMORROW);
        return Inputs.with(Inputs.workedCases(), "--rooms", Tree.write(folder.resolve("salles.csv"), rooms));
    }
}
