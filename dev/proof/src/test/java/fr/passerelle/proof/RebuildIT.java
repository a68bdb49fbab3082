package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.Program;
import fr.passerelle.local.program.ProgramProcess;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.schemas.contract.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lost topics, made anew from the journal by the real programs: the same hash, and nothing that differs. */
class RebuildIT {

    /** What events says once it reads: a restart goes straight to waiting for it. */
    private static final String READS = "est lu";

    private static final String UNANSWERED = "select count(*) - (select count(*) from passerelle.run_scored)"
            + " from passerelle.journal where type = 'RunClosed'";

    @AutoClose
    private Deployment system;

    @BeforeEach
    void setASystemApart() {
        system = Deployments.fresh("rebuild");
    }

    @Test
    void givesTheSameHashOnceTheTopicsAreLostAndMadeAnew() {
        var events = system.events(1);
        var hash = system.night(Inputs.workedCases()).get("resultHash").asString();
        assertThat(said(system.batch("rebuild-topics"), 1))
                .contains("events lit le journal", "./passerelle down --events");
        assertThatAllAgrees();
        events.close();
        deleteTopics();

        assertThat(said(system.batch(withForce()), 1))
                .contains("Il manque des topics", "rebuild-topics")
                .doesNotContain("\tat ");
        assertThat(said(system.batch("register"), 1)).contains("Kafka a perdu des topics", "rebuild-topics");
        assertThat(said(system.events(1), 1)).contains("Un topic manque à Kafka", "rebuild-topics");

        assertThat(said(system.batch("rebuild-topics"), 0)).contains("Les topics sont refaits", "./passerelle up");
        system.events(1);
        awaitAnswers();

        assertThatAllAgrees();
        assertThat(system.night(List.of(withForce())).get("resultHash").asString())
                .isEqualTo(hash);
        assertThatAllAgrees();
    }

    @Test
    @Tag("proof")
    void isBegunAgainWhereverItWasKilled() {
        var events = system.events(1);
        system.night(Inputs.workedCases());
        events.close();

        assertThat(system.batchStoppedAt("rebuild-halfway", List.of("rebuild-topics"))
                        .killNine())
                .isEqualTo(ProgramProcess.KILLED);
        assertThat(topicNames()).isEmpty();
        assertThat(said(system.batch("register"), 1)).contains("rebuild-topics");
        assertThat(system.batchStoppedAt("rebuild-relay", List.of("rebuild-topics"))
                        .killNine())
                .isEqualTo(ProgramProcess.KILLED);
        assertThat(topicNames()).isNotEmpty();

        assertThat(said(system.batch("rebuild-topics"), 0)).contains("Les topics sont refaits");
        system.events(1);
        awaitAnswers();

        assertThatAllAgrees();
    }

    @Test
    @Tag("I5")
    void letsTheRunGoOnThatFoundARecordMissing() {
        assertThat(said(system.batch(Inputs.workedCases().toArray(String[]::new)), 1))
                .contains("Personne ne lit le journal");
        deleteFirstRecords();
        var events = system.events(1).awaitSaying(READS);
        assertThat(said(system.batch("restart", "N-000001"), 1)).contains("INCOMPLETE", "rebuild-topics");
        events.close();

        assertThat(said(system.batch("rebuild-topics"), 0)).contains("Les topics sont refaits");
        system.events(1).awaitSaying(READS);

        assertThat(system.restart().get("state").asString()).isEqualTo("PUBLISHED");
        assertThatAllAgrees();
    }

    @Test
    @Tag("proof")
    void goesOnFromADatabaseThatIsOlderThanTheLog() {
        var events = system.events(1);
        system.night(asOf("2017-06"));
        events.close();
        TestServers.keepDatabase(system.namespace());
        events = system.events(1);
        system.night(Inputs.workedCases());
        events.close();
        TestServers.restoreDatabase(system.namespace());
        system.text(
                "insert into passerelle.result select namespace, type, id, 2, partition, epci, withdrawn, payload, doc,"
                        + " files, schema_fingerprint from passerelle.result where type = 'PLAN' returning 1");

        assertThat(said(system.batch(Inputs.workedCases().toArray(String[]::new)), 1))
                .contains("Kafka est en avance sur la base", "rebuild-topics");
        assertThat(said(system.batch("verify"), 1)).contains("Kafka est en avance sur la base", "rebuild-topics");
        assertThat(system.number("select count(*) from passerelle.run")).isOne();

        assertThat(said(system.batch("rebuild-topics"), 0)).contains("Les topics sont refaits");
        assertThat(system.number("select count(*) from passerelle.result where run_no > 1"))
                .isZero();
        system.events(1);
        awaitAnswers();
        assertThatAllAgrees();
        assertThat(system.night(Inputs.workedCases()).get("state").asString()).isEqualTo("PUBLISHED");
        assertThatAllAgrees();
    }

    private void assertThatAllAgrees() {
        assertThat(said(system.batch("verify", "--deep"), 0)).contains("Tout concorde");
    }

    private static String said(Program program, int code) {
        assertThat(program.end()).as(program.output() + program.errors()).isEqualTo(code);
        return program.output() + program.errors();
    }

    private static String[] withForce() {
        return Stream.concat(Inputs.workedCases().stream(), Stream.of("--force"))
                .toArray(String[]::new);
    }

    private static List<String> asOf(String month) {
        var arguments = new ArrayList<>(Inputs.workedCases());
        arguments.addAll(List.of("--as-of", month));
        return arguments;
    }

    /** Until events has answered every closing of a run again, and all of it is in the read model. */
    private void awaitAnswers() {
        Waiting.until(() -> system.number(UNANSWERED) == 0);
        Waiting.until(() -> new Log(system).lag(".projection") == 0);
    }

    private Set<String> topicNames() {
        return system.broker().administer(admin -> admin.listTopics().names().get()).stream()
                .filter(name -> name.startsWith(system.namespace() + "."))
                .collect(Collectors.toSet());
    }

    private void deleteTopics() {
        var lost = topicNames();
        system.broker().administer(admin -> admin.deleteTopics(lost).all().get());
        Waiting.until(() -> topicNames().isEmpty());
    }

    private void deleteFirstRecords() {
        var partition = Integer.parseInt(
                system.text("select partition from passerelle.journal where type = 'MonthReported' limit 1"));
        var place =
                new TopicPartition(new Topics(system.namespace()).transitions().name(), partition);
        system.broker()
                .administer(admin -> admin.deleteRecords(Map.of(place, RecordsToDelete.beforeOffset(2)))
                        .all()
                        .get());
    }
}
