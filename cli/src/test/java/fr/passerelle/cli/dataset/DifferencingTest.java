package fr.passerelle.cli.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Somebody keeps the public exports of all runs, and subtracts them: a room of one run from the same room of any other, what the sum of an
 * EPCI has beyond the rooms that are shown, sums where only one room changed.
 */
class DifferencingTest {

    private static final int SEEDS = 300;

    @Test
    void recoversNoLateCountFromTheExportsOfAllRuns() {
        Attack attack = Attack.on(SEEDS, PublicHistory::exports);

        assertThat(attack.lateCounts()).isGreaterThan(1_000);
        assertThat(attack.recovered()).as(attack.toString()).isZero();
    }

    /** That it would, if each run were looked at alone: the attack works. */
    @Test
    void recoversThemWhereEachRunIsLookedAtAlone() {
        Attack attack = Attack.on(SEEDS, PublicHistory::exportsEachAlone);

        assertThat(attack.share()).as(attack.toString()).isGreaterThan(0.5);
    }
}
