package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.count;
import static fr.passerelle.proof.Deployments.hash;
import static fr.passerelle.proof.Deployments.killed;
import static fr.passerelle.proof.Deployments.latest;
import static fr.passerelle.proof.Deployments.said;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * I8: after any kill the next start finishes the run with the same hash. Each test makes the kill happen and shows that it did. What a kill
 * leaves does not depend on how many rows there are, but on how many go in one transaction.
 */
@Story
class KillIT {

    private static final Map<String, String> SMALL_CHUNKS =
            Map.of("passerelle.chunk", "20", "passerelle.relay.transaction-rows", "20");
    private static final String KNOWN_ROWS = "select coalesce(sum(held), 0) from passerelle.attendance_said";
    private static final String JOURNALLED_MONTHS = "journal where type = 'MonthReported'";
    private static final String TOLD_NEEDS = "journal where type = 'NeedsReported'";

    @TempDir
    private Path folder;

    private String referenceHash = "";
    private long referenceRows;
    private long referenceMonths;
    private Deployment system;

    @BeforeAll
    void computeTheReference() {
        try (var undisturbed = Deployments.fresh("reference", SMALL_CHUNKS)) {
            undisturbed.events(1);
            referenceHash = hash(undisturbed, Inputs.workedCases());
            referenceRows = undisturbed.number(KNOWN_ROWS);
            referenceMonths = count(undisturbed, JOURNALLED_MONTHS);
        }
    }

    @BeforeEach
    void setASystemApart() {
        system = Deployments.fresh("kill", SMALL_CHUNKS);
    }

    @AfterEach
    void endIt() {
        system.close();
    }

    /** Inside a chunk that is read, while it tells the months, inside a transaction of the relay, before it publishes. */
    @ParameterizedTest
    @ValueSource(strings = {"stage-chunk-3", "fold-chunk-2", "relay-transaction", "before-publish"})
    @Tag("I1")
    @Tag("I8")
    void finishesWithTheSameHashAfterBatchIsKilled(String boundary) {
        system.events(1);
        var batch = system.batchStoppedAt(boundary, Inputs.workedCases());
        assertThatItCameSoFar(boundary);
        killed(batch);

        system.restart();

        assertThat(count(system, JOURNALLED_MONTHS)).isEqualTo(referenceMonths);
        assertThatItIsTheReference();
        assertThatASecondNightChangesNothing();
    }

    private void assertThatItCameSoFar(String boundary) {
        switch (boundary) {
            case "stage-chunk-3" -> assertThat(count(system, "staged_line")).isStrictlyBetween(0L, referenceRows);
            case "fold-chunk-2" -> assertThat(count(system, JOURNALLED_MONTHS)).isStrictlyBetween(0L, referenceMonths);
            case "relay-transaction" ->
                assertThat(count(system, JOURNALLED_MONTHS)).isEqualTo(referenceMonths);
            default -> assertThat(count(system, "current_run")).isZero();
        }
    }

    @Test
    @Tag("I1")
    @Tag("I8")
    void finishesWithTheSameHashAfterEventsIsKilledInsideRunClosed() {
        var events = system.eventsProcess(1, Map.of("passerelle.pause-at", "run-closed"));
        var batch = system.batch(Map.of(), Inputs.workedCases());
        events.awaitSaying("run-closed");
        killed(events);
        assertThat(count(system, "result where run_no = 1")).isLessThan(count(system, "room"));

        system.events(1);

        assertThat(batch.end()).as(batch.transcript()).isZero();
        assertThatItIsTheReference();
    }

    private void assertThatItIsTheReference() {
        assertThat(latest(system, "result_hash")).isEqualTo(referenceHash);
        assertThat(new Log(system).duplicates()).isEmpty();
    }

    private void assertThatASecondNightChangesNothing() {
        var before = new Log(system).proposals();

        assertThat(hash(system, Inputs.forced())).isEqualTo(referenceHash);
        assertThat(new Log(system).proposals()).isEqualTo(before);
    }

    /** Needs are told to the log as a state, in the one transaction of the territories, and change no proposal. */
    @Test
    @Tag("proof")
    @Tag("I8")
    void tellsNeedsOnceAfterAKillAndChangesNoProposal() {
        system.events(1);
        String without = hash(system, Inputs.workedCases());
        long proposals = new Log(system).proposals();
        Path needs = Tree.write(folder.resolve("besoins.csv"), """
            epci_siren;date;public;objet;commune;demandes;source
            240200519;2016-11-05;HABITANTS;fablab;;12;Enquête
            240200519;2016-11-05;ELUS;Borne d'impression;;3;Réunion
            240200592;2016-10-01;ENTREPRISES;télétravail;;7;Enquête
            """);

        killed(system.batchStoppedAt("territories", Inputs.and(Inputs.workedCases(), "--besoins", needs.toString())));
        assertThat(count(system, TOLD_NEEDS)).isZero();
        assertThat(count(system, "needs")).isZero();
        system.restart();

        assertThat(latest(system, "result_hash")).isEqualTo(without);
        assertThat(count(system, TOLD_NEEDS)).isEqualTo(2);
        assertThat(new Log(system).duplicates()).isEmpty();
        assertThat(exported("")).contains(";HABITANTS;FONCTION;FABLAB;12;non;", ";3;non;Réunion;");
        assertThat(exported(" --public"))
                .contains(";HABITANTS;FONCTION;FABLAB;12;non;", ";;oui;")
                .doesNotContain("Réunion", "Enquête", "2016-11-05");
        assertThat(new Log(system).proposals()).isEqualTo(proposals);
        assertThat(said(system, "verify --deep")).contains("Tout concorde");
    }

    private String exported(String more) {
        Path file = folder.resolve("export.csv");
        said(system, "export besoins --format csv --force --output %s" + more, file);
        return Tree.read(file);
    }
}
