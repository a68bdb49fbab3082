package fr.passerelle.console.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunStateTest {

    @Test
    void tellsALiveRunFromADeadOneByTheLock() {
        assertThat(RunState.of("OPEN", "STARTED", true)).isEqualTo(RunState.RUNNING);
        assertThat(RunState.of("OPEN", "STARTED", false)).isEqualTo(RunState.INTERRUPTED);
    }

    @Test
    void tellsAPublishedRunThatWasNotAnnounced() {
        assertThat(RunState.of("PUBLISHED", "COMPLETED", false)).isEqualTo(RunState.PUBLISHED);
        assertThat(RunState.of("PUBLISHED", null, false)).isEqualTo(RunState.PUBLISHED);
        assertThat(RunState.of("PUBLISHED", "FAILED", false)).isEqualTo(RunState.UNANNOUNCED);
        assertThat(RunState.of("PUBLISHED", "STARTED", true)).isEqualTo(RunState.RUNNING);
    }

    @Test
    void letsOnlyWhatStoppedBeTakenUpOrGivenUp() {
        assertThat(RunState.values())
                .filteredOn(RunState::mayRestart)
                .containsExactly(RunState.STOPPED, RunState.UNANNOUNCED);
        assertThat(RunState.values())
                .filteredOn(RunState::mayBeAbandoned)
                .containsExactly(RunState.INTERRUPTED, RunState.STOPPED);
    }
}
