package fr.passerelle.published.run;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.published.run.Run.Input;
import fr.passerelle.published.run.Run.RunParameters;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.published.run.RunSituations.RunSituation.Standing;
import fr.passerelle.schemas.event.RunKind;
import fr.passerelle.schemas.event.SourceRole;
import fr.passerelle.schemas.table.FileLines;
import fr.passerelle.schemas.table.TraceColumns;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunJobTest {

    @Test
    void isFoundByWhatTheRunWasAsked() {
        assertThat(RunJob.of(run(RunKind.NIGHTLY, ""))).isEqualTo(RunJob.NIGHTLY);
        assertThat(RunJob.of(run(RunKind.NIGHTLY, TraceColumns.MAPPING))).isEqualTo(RunJob.RESUBMISSION);
        assertThat(RunJob.of(run(RunKind.NIGHTLY))).isEqualTo(RunJob.WITHDRAWAL);
        assertThat(RunJob.of(run(RunKind.PUT_IN_FORCE))).isEqualTo(RunJob.PUT_IN_FORCE);
    }

    @Test
    void givesTheFilesOfARunThatIsNotClosedNoCounts() {
        Run run = run(RunKind.NIGHTLY, "", "");

        assertThat(run.files()).extracting(RunCounts.OfFile::counts).containsExactly(Counts.NONE, Counts.NONE);
        assertThat(run.total()).isEqualTo(Counts.NONE);
    }

    /** @param mappings of its files */
    private static Run run(RunKind kind, String... mappings) {
        List<Input> inputs = List.of(mappings).stream()
                .map(mapping ->
                        new Input(SourceRole.ATTENDANCE, "f.csv", "b2", "", 90, FileLines.NONE, mapping, List.of()))
                .toList();
        return new Run(
                1,
                "N-000001",
                kind,
                Run.State.OPEN,
                "",
                null,
                "2017-05",
                "",
                "",
                new RunParameters(inputs, null, false),
                null,
                false,
                null,
                null,
                null,
                OffsetDateTime.MIN,
                null);
    }

    @Test
    void tellsALiveRunByTheLockAndLetsOnlyWhatStoppedBeTakenUpOrGivenUp() {
        assertThat(Standing.of(Run.State.OPEN, "STARTED", true)).isEqualTo(Standing.RUNNING);
        assertThat(Standing.of(Run.State.OPEN, "STARTED", false)).isEqualTo(Standing.INTERRUPTED);
        assertThat(Standing.of(Run.State.PUBLISHED, "COMPLETED", false)).isEqualTo(Standing.PUBLISHED);
        assertThat(Standing.of(Run.State.PUBLISHED, null, false)).isEqualTo(Standing.PUBLISHED);
        assertThat(Standing.of(Run.State.PUBLISHED, "FAILED", false)).isEqualTo(Standing.UNANNOUNCED);
        assertThat(Standing.of(Run.State.PUBLISHED, "STARTED", true)).isEqualTo(Standing.RUNNING);

        assertThat(Standing.values())
                .filteredOn(Standing::mayRestart)
                .containsExactly(Standing.STOPPED, Standing.UNANNOUNCED);
        assertThat(Standing.values())
                .filteredOn(Standing::mayBeAbandoned)
                .containsExactly(Standing.INTERRUPTED, Standing.STOPPED);
    }
}
