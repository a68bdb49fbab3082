package fr.passerelle.console.run;

import fr.passerelle.published.run.RunRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of runs for tests: the number, the state, and nothing that happened. */
final class RunRows {

    private RunRows() {}

    static RunRow of(int no, String state, @Nullable String asOf, boolean demonstration) {
        return new RunRow(
                no,
                "N-%06d".formatted(no),
                "NIGHTLY",
                state,
                asOf,
                "2017-05",
                demonstration,
                null,
                null,
                null,
                Instant.EPOCH,
                null,
                List.of(),
                Duration.ZERO,
                null,
                null);
    }
}
