package fr.passerelle.published.run;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.published.run.RunCounts.Counts;
import org.junit.jupiter.api.Test;

class RunCountsTest {

    @Test
    void readsWhatRunsKeptBeforePossibleDoublesWereCounted() {
        RunCounts counts = RunCounts.JSON.readValue("""
            {"files": [{"role": "ATTENDANCE", "name": "a.csv", "sha256": "",
              "counts": {"read": 3, "accepted": 1, "unchanged": 1, "rejected": 1, "controls": 0}}]}\
            """, RunCounts.class);

        assertThat(counts.total()).isEqualTo(new Counts(3, 1, 1, 1, 0, 0));
    }
}
