package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.ProgramProcess;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** I8: after any kill the next start finishes the run with the same hash. Each test makes the kill happen and shows that it did. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillIT {

    private static final Map<String, String> SMALL_CHUNKS =
            Map.of("passerelle.chunk", "200", "passerelle.relay.transaction-rows", "2000");
    private static final String KNOWN_ROWS = "select coalesce(sum(held), 0) from passerelle.attendance_said";
    private static final String JOURNALLED_MONTHS =
            "select count(*) from passerelle.journal where type = 'MonthReported'";
    private static final String CURRENT_RUNS = "select count(*) from passerelle.current_run";

    private String referenceHash = "";
    private long referenceRows;
    private long referenceMonths;

    private Deployment system;

    @BeforeAll
    void computeTheReference() {
        try (var undisturbed = Deployments.fresh("reference", SMALL_CHUNKS)) {
            undisturbed.events(1);
            referenceHash = undisturbed
                    .night(DemonstrationExtract.night())
                    .get("resultHash")
                    .asString();
            referenceRows = undisturbed.number(KNOWN_ROWS);
            referenceMonths = undisturbed.number(JOURNALLED_MONTHS);
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

    @Test
    @Tag("I1")
    @Tag("I8")
    void finishesWithTheSameHashAfterBatchIsKilledInsideAChunk() {
        system.events(1);
        var batch = system.batchStoppedAt("stage-chunk-3", DemonstrationExtract.night());

        assertThat(system.number("select count(*) from passerelle.staged_line")).isStrictlyBetween(0L, referenceRows);
        assertThat(batch.killNine()).isEqualTo(ProgramProcess.KILLED);

        assertThatTheNextStartFinishes();
    }

    @Test
    @Tag("I1")
    @Tag("I8")
    void finishesWithTheSameHashAfterBatchIsKilledWhileItTellsTheMonths() {
        system.events(1);
        var batch = system.batchStoppedAt("fold-chunk-2", DemonstrationExtract.night());

        assertThat(system.number(JOURNALLED_MONTHS)).isStrictlyBetween(0L, referenceMonths);
        assertThat(batch.killNine()).isEqualTo(ProgramProcess.KILLED);

        assertThatTheNextStartFinishes();
    }

    @Test
    @Tag("I1")
    @Tag("I8")
    void finishesWithTheSameHashAfterBatchIsKilledInsideARelayTransaction() {
        system.events(1);
        var batch = system.batchStoppedAt("relay-transaction", DemonstrationExtract.night());

        assertThat(system.number(JOURNALLED_MONTHS)).isEqualTo(referenceMonths);
        assertThat(batch.killNine()).isEqualTo(ProgramProcess.KILLED);

        assertThatTheNextStartFinishes();
    }

    @Test
    @Tag("I1")
    @Tag("I8")
    void finishesWithTheSameHashAfterBatchIsKilledBeforePublishing() {
        system.events(1);
        var batch = system.batchStoppedAt("before-publish", DemonstrationExtract.night());

        assertThat(system.number(CURRENT_RUNS)).isZero();
        assertThat(batch.killNine()).isEqualTo(ProgramProcess.KILLED);

        assertThatTheNextStartFinishes();
    }

    @Test
    @Tag("I1")
    @Tag("I8")
    void finishesWithTheSameHashAfterEventsIsKilledInsideRunClosed() {
        var events = system.eventsProcess(1, Map.of("passerelle.pause-at", "run-closed"));
        var batch = system.batch(DemonstrationExtract.night().toArray(String[]::new));
        events.awaitSaying("run-closed");

        assertThat(events.killNine()).isEqualTo(ProgramProcess.KILLED);
        assertThat(system.number("select count(*) from passerelle.result where run_no = 1"))
                .isLessThan(system.number("select count(*) from passerelle.room"));
        system.events(1);

        assertThat(batch.end()).as(batch.output() + batch.errors()).isEqualTo(3);
        assertThatItIsTheReference();
    }

    private void assertThatTheNextStartFinishes() {
        system.restart();

        assertThat(system.number(JOURNALLED_MONTHS)).isEqualTo(referenceMonths);
        assertThatItIsTheReference();
        assertThatASecondNightChangesNothing();
    }

    private void assertThatItIsTheReference() {
        assertThat(system.text("select result_hash from passerelle.run order by run_no desc limit 1"))
                .isEqualTo(referenceHash);
        assertThat(new Log(system).duplicates()).isEmpty();
    }

    private void assertThatASecondNightChangesNothing() {
        var log = new Log(system);
        var before = log.proposals();

        var forced = system.night(withForce(DemonstrationExtract.night()));

        assertThat(forced.get("resultHash").asString()).isEqualTo(referenceHash);
        assertThat(log.proposals()).isEqualTo(before);
    }

    private static List<String> withForce(List<String> arguments) {
        return Stream.concat(arguments.stream(), Stream.of("--force")).toList();
    }
}
