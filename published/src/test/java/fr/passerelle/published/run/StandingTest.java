package fr.passerelle.published.run;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.published.run.RunSituations.RunSituation.Standing;
import org.junit.jupiter.api.Test;

class StandingTest {

    @Test
    void tellsALiveRunFromADeadOneByTheLock() {
        assertThat(Standing.of(Run.State.OPEN, "STARTED", true)).isEqualTo(Standing.RUNNING);
        assertThat(Standing.of(Run.State.OPEN, "STARTED", false)).isEqualTo(Standing.INTERRUPTED);
    }

    @Test
    void tellsAPublishedRunThatWasNotAnnounced() {
        assertThat(Standing.of(Run.State.PUBLISHED, "COMPLETED", false)).isEqualTo(Standing.PUBLISHED);
        assertThat(Standing.of(Run.State.PUBLISHED, null, false)).isEqualTo(Standing.PUBLISHED);
        assertThat(Standing.of(Run.State.PUBLISHED, "FAILED", false)).isEqualTo(Standing.UNANNOUNCED);
        assertThat(Standing.of(Run.State.PUBLISHED, "STARTED", true)).isEqualTo(Standing.RUNNING);
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
