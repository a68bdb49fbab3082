package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.said;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.Program;
import fr.passerelle.local.program.ProgramProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night that has already written its rooms changes nothing of what anybody is told before it, or one after it, is published. */
@Tag("proof")
class BeforePublicationIT {

    private static final String TODAY = "Cas calculé à la main";
    private static final String TOMORROW = "Nom de demain";

    @TempDir
    private Path folder;

    @AutoClose
    private Deployment system;

    @BeforeEach
    void publishANight() {
        system = Deployments.published("before-publication", Inputs.workedCases());
    }

    @Test
    void tellsTheSameWhileANightRunsAfterItIsKilledAndOnceItIsAbandoned() throws IOException {
        Map<String, String> published = told();

        ProgramProcess night = system.batchStoppedAt("step-sites", renamed());
        assertThat(system.number(
                        "select count(*) from passerelle.journal where run_no = 2 and type = 'RoomInventoried'"))
                .isPositive();
        assertThat(told()).isEqualTo(published);

        assertThat(night.killNine()).isEqualTo(ProgramProcess.KILLED);
        assertThat(told()).isEqualTo(published);

        said(system, "abandon", "N-000002", "--reason", "essai");
        assertThat(told()).isEqualTo(published);

        List<String> unchanged = new ArrayList<>(renamed());
        unchanged.add("--force");
        system.night(unchanged);
        assertThat(told().get("rooms")).contains(TOMORROW).doesNotContain(TODAY);
    }

    /** What a partition announced is counted in the read model before anybody is told. */
    @Test
    void publishesNothingWhereAResultThatWasAnnouncedIsGone() throws IOException {
        ProgramProcess night = system.batchStoppedAt("step-reconcile", renamed());
        assertThat(night.killNine()).isEqualTo(ProgramProcess.KILLED);
        String gone = system.text("with gone as (delete from passerelle.result where ctid = (select max(ctid) from"
                + " passerelle.result where run_no = 2) returning partition) select partition from gone");

        Program restarted = system.batch("restart", "N-000002");

        assertThat(restarted.end()).isEqualTo(1);
        assertThat(restarted.errors())
                .contains("Le rapprochement a trouvé", "partition " + gone + " : résultats émis", "Rien n'est publié");
        assertThat(system.text("select state || (select run_no from passerelle.current_run) from passerelle.run where"
                        + " run_no = 2"))
                .isEqualTo("FAILED1");
    }

    @Test
    void beginsNothingWhereATopicWouldForget() throws IOException {
        ConfigResource runs = new ConfigResource(
                ConfigResource.Type.TOPIC, system.topics().runs().name());
        AlterConfigOp shorter =
                new AlterConfigOp(new ConfigEntry(TopicConfig.RETENTION_MS_CONFIG, "1000000"), OpType.SET);
        system.broker()
                .administer(admin -> admin.incrementalAlterConfigs(Map.of(runs, List.of(shorter)))
                        .all()
                        .get());

        Program refused = system.batch(renamed().toArray(String[]::new));

        assertThat(refused.end()).isEqualTo(1);
        assertThat(refused.errors()).contains(runs.name() + " oublierait ses enregistrements", "retention.ms=-1");
        assertThat(system.number("select count(*) from passerelle.run")).isEqualTo(1);
    }

    /** What a console that just started, the commands and the exports say. */
    private Map<String, String> told() throws IOException {
        Map<String, String> told = new TreeMap<>();
        try (ConsoleProgram console = ConsoleProgram.start(system.properties(), ConsoleSystem.PASSWORD)) {
            Visitor reader = new Visitor(console.home());
            String basic = Visitor.basic(ConsoleSystem.ADMIN, ConsoleSystem.PASSWORD);
            for (String dataset : List.of("rooms", "sites", "scores", "conversions", "plans", "budget")) {
                var answer = reader.get("/api/v1/" + dataset, "Authorization", basic);
                assertThat(answer.statusCode()).isEqualTo(200);
                told.put(dataset, answer.body());
            }
        }
        told.put("explain", said(system, "explain", "CAS-1", "--json"));
        told.put("relances", said(system, "relances", "--json"));
        Path salles = folder.resolve("salles-exportees.csv");
        said(system, "export", "salles", "--format", "csv", "--force", "--output", salles.toString());
        told.put("salles.csv", Files.readString(salles));
        return told;
    }

    /** The same night, its rooms under other names. */
    private List<String> renamed() throws IOException {
        List<String> night = new ArrayList<>(Inputs.workedCases());
        int rooms = night.indexOf("--rooms") + 1;
        String text = Files.readString(Path.of(night.get(rooms))).replace(TODAY, TOMORROW);
        night.set(rooms, Files.writeString(folder.resolve("salles.csv"), text).toString());
        return night;
    }
}
