package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.count;
import static fr.passerelle.proof.Deployments.ended;
import static fr.passerelle.proof.Deployments.hash;
import static fr.passerelle.proof.Deployments.killed;
import static fr.passerelle.proof.Deployments.told;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.test.TestServers;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lost topics, made anew from the journal by the real programs: the same hash, and nothing that differs. */
class RebuildIT {

    /** What events says once it reads: a restart goes straight to waiting for it. */
    private static final String READS = "est lu";

    private static final String UNANSWERED = "select count(*) - (select count(*) from passerelle.run_scored)"
            + " from passerelle.journal where type = 'RunClosed'";

    @AutoClose
    private final Deployment system = Deployments.fresh("rebuild");

    @Test
    void givesTheSameHashOnceTheTopicsAreLostAndMadeAnew() {
        var events = system.events(1);
        var hash = hash(system, Inputs.workedCases());
        assertThat(told(system, 1, "rebuild-topics")).contains("events lit le journal", "./passerelle down --events");
        assertThatAllAgrees();
        events.close();
        var answers = system.topics().answers().name();
        delete(Set.of(answers));
        assertThat(told(system, 1, "register")).contains("Kafka a perdu des topics", "(" + answers + ")");
        delete(topicNames());

        assertThat(ended(system, 1, Inputs.forced()).transcript())
                .contains("Il manque des topics", "rebuild-topics")
                .doesNotContain("\tat ");
        assertThat(told(system, 1, "register")).contains("Kafka a perdu des topics", "rebuild-topics");
        var lost = system.events(1);
        assertThat(lost.end()).isEqualTo(1);
        assertThat(lost.transcript()).contains("Un topic manque à Kafka", "rebuild-topics");

        assertThat(told(system, 0, "rebuild-topics")).contains("Les topics sont refaits", "./passerelle up");
        system.events(1);
        awaitAnswers();

        assertThatAllAgrees();
        assertThat(hash(system, Inputs.forced())).isEqualTo(hash);
        assertThatAllAgrees();
    }

    @Test
    @Tag("proof")
    void isBegunAgainWhereverItWasKilled() {
        var events = system.events(1);
        system.night(Inputs.workedCases());
        events.close();

        killed(system, "rebuild-halfway", "rebuild-topics");
        assertThat(topicNames()).isEmpty();
        assertThat(told(system, 1, "register")).contains("rebuild-topics");
        killed(system, "rebuild-relay", "rebuild-topics");
        assertThat(topicNames()).isNotEmpty();

        assertThat(told(system, 0, "rebuild-topics")).contains("Les topics sont refaits");
        system.events(1);
        awaitAnswers();

        assertThatAllAgrees();
    }

    @Test
    @Tag("I5")
    void letsTheRunGoOnThatFoundARecordMissing() {
        assertThat(ended(system, 1, Inputs.workedCases()).transcript()).contains("Personne ne lit le journal");
        deleteFirstRecords();
        var events = system.events(1).awaitSaying(READS);
        assertThat(told(system, 1, "restart N-000001")).contains("INCOMPLETE", "rebuild-topics");
        events.close();

        assertThat(told(system, 0, "rebuild-topics")).contains("Les topics sont refaits");
        system.events(1).awaitSaying(READS);

        assertThat(system.restart().get("state").asString()).isEqualTo("PUBLISHED");
        assertThatAllAgrees();
    }

    @Test
    @Tag("proof")
    void goesOnFromADatabaseThatIsOlderThanTheLog() {
        var events = system.events(1);
        system.night(Inputs.and(Inputs.workedCases(), "--as-of", "2017-06"));
        events.close();
        TestServers.keepDatabase(system.namespace());
        events = system.events(1);
        system.night(Inputs.workedCases());
        events.close();
        TestServers.restoreDatabase(system.namespace());
        system.text(
                "insert into passerelle.result select namespace, type, id, 2, partition, epci, withdrawn, payload, doc,"
                        + " files, schema_fingerprint from passerelle.result where type = 'PLAN' returning 1");

        assertThat(ended(system, 1, Inputs.workedCases()).transcript())
                .contains("Kafka est en avance sur la base", "rebuild-topics");
        assertThat(told(system, 1, "verify")).contains("Kafka est en avance sur la base", "rebuild-topics");
        assertThat(count(system, "run")).isOne();

        assertThat(told(system, 0, "rebuild-topics")).contains("Les topics sont refaits");
        assertThat(count(system, "result where run_no > 1")).isZero();
        system.events(1);
        awaitAnswers();
        assertThatAllAgrees();
        assertThat(system.night(Inputs.workedCases()).get("state").asString()).isEqualTo("PUBLISHED");
        assertThatAllAgrees();
    }

    private void assertThatAllAgrees() {
        assertThat(told(system, 0, "verify --deep")).contains("Tout concorde");
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

    private void delete(Set<String> lost) {
        system.broker().administer(admin -> admin.deleteTopics(lost).all().get());
        Waiting.until(() -> Collections.disjoint(topicNames(), lost));
    }

    private void deleteFirstRecords() {
        var partition = system.number("select partition from passerelle.journal where type = 'MonthReported' limit 1");
        new Log(system).lose(partition, 2);
    }
}
