package fr.passerelle.console.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandingTest {

    @Test
    void tellsALiveRunFromADeadOneByTheLock() {
        assertThat(Standing.of("OPEN", "STARTED", true)).isEqualTo(Standing.RUNNING);
        assertThat(Standing.of("OPEN", "STARTED", false)).isEqualTo(Standing.INTERRUPTED);
    }

    @Test
    void tellsAPublishedRunThatWasNotAnnounced() {
        assertThat(Standing.of("PUBLISHED", "COMPLETED", false)).isEqualTo(Standing.PUBLISHED);
        assertThat(Standing.of("PUBLISHED", null, false)).isEqualTo(Standing.PUBLISHED);
        assertThat(Standing.of("PUBLISHED", "FAILED", false)).isEqualTo(Standing.UNANNOUNCED);
        assertThat(Standing.of("PUBLISHED", "STARTED", true)).isEqualTo(Standing.RUNNING);
    }

    @Test
    void letsOnlyWhatStoppedBeTakenUpOrGivenUp() {
        assertThat(Standing.values())
                .filteredOn(Standing::mayRestart)
                .containsExactly(Standing.STOPPED, Standing.UNANNOUNCED);
        assertThat(Standing.values())
                .filteredOn(Standing::mayBeAbandoned)
                .containsExactly(Standing.INTERRUPTED, Standing.STOPPED);
    }
}
